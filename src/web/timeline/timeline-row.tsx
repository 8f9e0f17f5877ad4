import { Link } from '@tanstack/react-router';
import {
  CheckCheck,
  HandHeart,
  Handshake,
  HeartHandshake,
  ListChecks,
  type LucideIcon,
  Mail,
  MessageSquare,
  NotebookPen,
  Paperclip,
  Phone,
  Undo2,
  UserPlus,
  Video,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { NoteKind } from '#model/note.ts';
import type { ConversationMoment, Moment, RecordMoment } from '#model/timeline.ts';
import { sourceName } from '../duplicates/source-name.ts';
import { useTimelineText } from '../messages/timeline-text.ts';
import { useDates, useText } from '../messages/use-text.ts';
import { useSession } from '../query/session.ts';
import { KindIcon } from '../ui/kind-icon.tsx';
import { When } from '../ui/when.tsx';
import { FileRow } from './file-row.tsx';
import { NoteRow } from './note-row.tsx';

const NOTES: Record<NoteKind, LucideIcon> = { note: NotebookPen, call: Phone, meeting: Video, email: Mail, message: MessageSquare };

const ICONS: Record<Exclude<Moment['kind'], 'note' | 'conversation'>, LucideIcon> = {
  promised: HeartHandshake,
  kept: CheckCheck,
  understood: HeartHandshake,
  healed: CheckCheck,
  'belief-closed': CheckCheck,
  'belief-reopened': Undo2,
  deed: HandHeart,
  'task-done': ListChecks,
  'deal-opened': Handshake,
  'deal-won': Handshake,
  'deal-lost': Undo2,
  file: Paperclip,
  added: UserPlus,
  imported: UserPlus,
  merged: UserPlus,
};

/** One moment: the day, what kind it was, and a line. */
export function TimelineRow({ row }: { row: Moment }) {
  const { quote } = useText();
  return (
    <li className="tl">
      <span className="d">
        <When at={row.at} as="day" />
      </span>
      {row.kind === 'conversation' ? (
        <KindIcon kind={row.conversationKind} label={quote.conversationKind[row.conversationKind]} />
      ) : (
        <Icon of={row.kind === 'note' ? NOTES[row.noteKind] : ICONS[row.kind]} />
      )}
      <div>{lineOf(row)}</div>
    </li>
  );
}

function Icon({ of: Shown }: { of: LucideIcon }) {
  return <Shown className="i" aria-hidden="true" />;
}

function lineOf(row: Moment): ReactNode {
  switch (row.kind) {
    case 'conversation':
      return <Spoken talk={row} />;
    case 'note':
      return <NoteRow note={row} />;
    case 'file':
      return <FileRow file={row} />;
    case 'added':
    case 'imported':
    case 'merged':
      return <Arrived record={row} />;
    default:
      return <Done row={row} />;
  }
}

function Spoken({ talk }: { talk: ConversationMoment }) {
  const text = useTimelineText();
  const { kinds } = useText();
  const dates = useDates();
  const { member } = useSession();
  const others = talk.others.filter((name) => name !== member?.name);
  const after = [talk.durationMs ? dates.length(talk.durationMs) : '', others.length > 0 ? text.with(kinds.and(others)) : ''];
  const said = after.filter(Boolean).join(' ');
  const shares = talk.theirShare !== null && talk.ourShare !== null ? text.shares(percent(talk.theirShare), percent(talk.ourShare)) : '';
  return (
    <>
      <b>
        <Link to="/conversations/$id" params={{ id: talk.id }}>
          {talk.title}
        </Link>
      </b>
      {said ? `, ${said}.` : '.'} {shares} {talk.openFindings > 0 ? text.toLookAt(talk.openFindings) : null}
    </>
  );
}

function percent(share: number): number {
  return Math.round(share * 100);
}

type Deed = Exclude<Moment, { kind: 'conversation' | 'note' | 'file' | 'added' | 'imported' | 'merged' }>;

/** What was promised, understood or done; their own words, where some stand behind it, in their voice. */
function Done({ row }: { row: Deed }) {
  const text = useTimelineText();
  const { member } = useSession();
  const isYou = 'byUs' in row && row.byUs && row.by === member?.name;
  const lead = row.kind === 'promised' || row.kind === 'kept' ? text[row.kind](isYou ? text.you : row.by) : text[row.kind];
  const words = 'words' in row && row.words !== row.what ? row.words : null;
  return (
    <>
      <span className="m">{lead}</span> {row.what} {words ? <q className="v">{words}</q> : null}
    </>
  );
}

function Arrived({ record }: { record: RecordMoment }) {
  const text = useTimelineText();
  const imported = record.what ? text.imported(sourceName(record.what)) : text.importedSomewhere;
  const says = record.kind === 'imported' ? imported : text[record.kind];
  return (
    <span className="m">
      {says}
      {record.by ? `, ${text.by(record.by)}` : null}
    </span>
  );
}
