import { hueOf, initialsOf } from '#model/person.ts';

const SIZES = { x: 'x', s: '', m: 'm2', l: 'l2' };

interface Given {
  id: string;
  name: string;
  size?: keyof typeof SIZES;
  /** The attachment that is their photo, if they gave one. */
  photoId?: string | null | undefined;
}

/** Their photo, else initials on a quiet hue: 20, 24, 36 or 56 px. The hue comes from the id, so it is the same everywhere. */
export function Face({ id, name, size = 'x', photoId }: Given) {
  const face = `av f${hueOf(id)} ${SIZES[size]}`;
  if (photoId) return <img className={face} src={`/api/v1/attachments/${photoId}`} alt="" />;
  return (
    <span className={face} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
