import type { NameRef } from './pages.ts';

const MB = 1024 * 1024;
export const LARGEST_ATTACHMENT = 25 * MB;
export const LARGEST_PHOTO = 5 * MB;
/** Shown in the browser as they are; everything else is only ever handed over as a file. */
export const PICTURES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;
/** A person's photo stands still. */
export const PHOTOS = ['image/png', 'image/jpeg', 'image/webp'] as const;

export const ATTACHED_TO = ['person', 'organisation', 'deal', 'note'] as const;
export type AttachedTo = (typeof ATTACHED_TO)[number];

export interface AttachmentView {
  id: string;
  name: string;
  /** What the content says it is, as a media type. */
  type: string;
  /** Bytes. */
  size: number;
  isPrivate: boolean;
  addedAt: string;
  addedBy: NameRef | null;
}

/** Handed in; `already` when the same bytes stood there before. */
export interface Attached {
  attachment: AttachmentView;
  already: boolean;
}
