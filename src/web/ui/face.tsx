import { hueOf, initialsOf } from '#model/person.ts';

const SIZES = { x: 'x', s: '', m: 'm2', l: 'l2' };

/** Initials on a quiet hue: 20, 24, 36 or 56 px. The hue comes from the id, so it is the same everywhere. */
export function Face({ id, name, size = 'x' }: { id: string; name: string; size?: keyof typeof SIZES }) {
  return (
    <span className={`av f${hueOf(id)} ${SIZES[size]}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
