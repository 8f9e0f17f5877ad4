import type { PersonCard } from '#model/person-card.ts';
import { Face } from '../ui/face.tsx';

/** Their photo where there is one, else their initials; 56 px. The name stands beside it, so it is not read out. */
export function Portrait({ person }: { person: { id: string; name: string } & Pick<PersonCard, 'photoId'> }) {
  if (!person.photoId) return <Face id={person.id} name={person.name} size="l" />;
  return <img className="av l2 portrait" src={`/api/v1/attachments/${person.photoId}`} width={56} height={56} alt="" />;
}
