const SIDE = 256;

/** The largest square in the middle of a picture of this size, and how large it is drawn; all in pixels. */
export function squareIn(width: number, height: number): { x: number; y: number; side: number; to: number } {
  const side = Math.min(width, height);
  return { x: Math.floor((width - side) / 2), y: Math.floor((height - side) / 2), side, to: Math.min(side, SIDE) };
}

/**
 * A picture as a face is worn: a small square, without what a camera wrote beside it (where it was taken).
 * @throws when this browser cannot read the picture.
 */
export async function squareOf(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file);
  const { x, y, side, to } = squareIn(picture.width, picture.height);
  const canvas = document.createElement('canvas');
  canvas.width = to;
  canvas.height = to;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser draws nothing');
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, x, y, side, side, 0, 0, to, to);
  picture.close();
  return new Promise((yes, no) => canvas.toBlob((blob) => (blob ? yes(blob) : no(new Error('nothing was drawn'))), 'image/jpeg', 0.88));
}
