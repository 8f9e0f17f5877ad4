import { Ellipsis, Trash2 } from 'lucide-react';
import type { FileMoment } from '#model/timeline.ts';
import { useAttachmentsText } from '../messages/attachments-text.ts';
import { language } from '../messages/language.ts';
import { useTimelineText } from '../messages/timeline-text.ts';
import { useText } from '../messages/use-text.ts';
import { ask, refresh } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { sayTrouble } from '../query/trouble.ts';
import { Menu } from '../ui/menu.tsx';
import { toast } from '../ui/toasts.ts';
import { sizeOf } from './parts.ts';

/** A file in the line of time: it comes as a download, and whoever brought it takes it away. */
export function FileRow({ file }: { file: FileMoment }) {
  const text = useTimelineText();
  const words = useText();
  const attached = useAttachmentsText();
  const mayWrite = useMay('member');
  const isAdmin = useMay('admin');
  const remove = async () => {
    try {
      await ask.attachments.remove({ id: file.id });
      toast(attached.removed(file.name), () => ask.attachments.restore({ id: file.id }).then(refresh));
      await refresh();
    } catch (error) {
      toast(sayTrouble(error, words));
    }
  };
  const more = [file.by && !file.isYours ? text.by(file.by) : null, file.isPrivate ? text.onlyYou : null].filter(Boolean).join(' · ');
  return (
    <div className="tl-row">
      <div>
        <FileLink file={file} /> <span className="t12 f">{more}</span>
      </div>
      {mayWrite && (file.isYours || isAdmin) ? (
        <Menu
          label={attached.actions(file.name)}
          className="btn sm ic q"
          side="right"
          choices={[{ id: 'remove', label: attached.remove, icon: <Trash2 className="i" aria-hidden="true" />, run: () => void remove() }]}
        >
          <Ellipsis className="i" aria-hidden="true" />
        </Menu>
      ) : null}
    </div>
  );
}

export function FileLink({ file }: { file: { id: string; name: string; size: number } }) {
  const text = useAttachmentsText();
  return (
    <>
      <a className="link" href={`/api/v1/attachments/${file.id}`} download={file.name} title={text.download(file.name)}>
        {file.name}
      </a>{' '}
      <span className="t12 f">{sizeOf(file.size, language().locale)}</span>
    </>
  );
}
