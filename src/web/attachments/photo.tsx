import { Camera, X } from 'lucide-react';
import { useRef } from 'react';
import { useAttachmentsText } from '../messages/attachments-text.ts';
import { useText } from '../messages/use-text.ts';
import { useSheet } from '../notes/use-sheet.ts';
import { ask, refresh } from '../query/api.ts';
import { useMay } from '../query/session.ts';
import { sayTrouble } from '../query/trouble.ts';
import { Face } from '../ui/face.tsx';
import { Menu } from '../ui/menu.tsx';
import { toast } from '../ui/toasts.ts';
import css from './attachments.css?inline';
import { sendAttachment } from './send-attachment.ts';
import { squareOf } from './square.ts';

interface Given {
  person: { id: string; name: string; photoId: string | null };
}

/** The face at the head of a page; whoever may write gives it a photo, or takes it off. */
export function Photo({ person }: Given) {
  useSheet(css);
  const face = <Face id={person.id} name={person.name} size="l" photoId={person.photoId} />;
  const may = useMay('member');
  return (
    <span className="photo">
      {face}
      {may ? <Changes person={person} /> : null}
    </span>
  );
}

function Changes({ person: { id: personId, photoId } }: Given) {
  const text = useAttachmentsText();
  const words = useText();
  const input = useRef<HTMLInputElement>(null);
  const choose = (id: string | null) => ask.attachments.choosePhoto({ personId, photoId: id });
  const wear = async (file: File) => {
    const body = await squareOf(file).catch(() => null);
    if (!body) return void toast(text.photoUnreadable);
    try {
      const { before } = await sendAttachment<{ before: string | null }>({
        about: 'person',
        id: personId,
        name: 'photo.jpg',
        body,
        photo: true,
      });
      toast(text.photoSet, () => choose(before).then(refresh));
      await refresh();
    } catch (error) {
      toast(sayTrouble(error, words));
    }
  };
  const takeOff = async () => {
    try {
      const { before } = await choose(null);
      toast(text.photoGone, () => choose(before).then(refresh));
      await refresh();
    } catch (error) {
      toast(sayTrouble(error, words));
    }
  };
  const off = { id: 'off', label: text.photoOff, icon: <X className="i" aria-hidden="true" />, run: () => void takeOff() };
  return (
    <>
      <Menu
        label={text.photoChange}
        className="btn ic photo-change"
        choices={[
          { id: 'choose', label: text.photoChoose, icon: <Camera className="i" aria-hidden="true" />, run: () => input.current?.click() },
          ...(photoId ? [off] : []),
        ]}
      >
        <Camera className="i s" aria-hidden="true" />
      </Menu>
      <input
        ref={input}
        type="file"
        hidden
        accept="image/png,image/jpeg,image/webp"
        aria-label={text.photoChoose}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void wear(file);
          event.target.value = '';
        }}
      />
    </>
  );
}
