import { Check, Clock, Ear, Ellipsis, X } from 'lucide-react';
import { useState } from 'react';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Menu } from '../ui/menu.tsx';
import { toast } from '../ui/toasts.ts';
import { Part } from './part.tsx';
import { type kitWords, SAID_DEPOT } from './words.ts';

type Words = (typeof kitWords)['en'];

export function KitControls({ words }: { words: Words }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Part title={words.buttons}>
        <Buttons words={words} />
      </Part>
      <Part title={words.fields}>
        <div style={{ display: 'grid', gap: 14 }}>
          <Field label={words.fieldSpoke} placeholder={words.fieldSpokeExample} hint={words.fieldSpokeHint} />
          <Field label={words.fieldMail} defaultValue="ines@harbour" wrong={words.fieldMailWrong} />
        </div>
      </Part>
      <Part title={words.menu}>
        <Menu
          choices={words.menuItems.map((label, i) => ({ id: label, label, harm: i === 3, cut: i === 3, run: () => void toast(label) }))}
        >
          {words.menuOpen}
        </Menu>
      </Part>
      <Part title={words.chips}>
        <div className="row wrap">
          {words.chipWords.map((word, i) => (
            <span className={['chip', 'chip acc', 'chip wait', 'chip harm', 'chip'][i]} key={word}>
              {i === 1 ? <Check className="i s" aria-hidden="true" /> : null}
              {i === 3 ? <X className="i s" aria-hidden="true" /> : null}
              {word}
            </span>
          ))}
        </div>
        <p className="t12 f" style={{ marginTop: 10 }}>
          {words.chipsWhy}
        </p>
      </Part>
      <Part title={words.quote}>
        <blockquote className="quote">
          <q className="v17">{SAID_DEPOT}</q>
          <span className="src">{words.quoteFrom}</span>
        </blockquote>
      </Part>
      <Part title={words.dialog}>
        <button type="button" className="btn" onClick={() => setOpen(true)}>
          <Ear className="i" aria-hidden="true" />
          {words.dialog}
        </button>
        {open ? (
          <Dialog title={words.dialog} onClose={() => setOpen(false)}>
            <p className="m">{words.dialogSays}</p>
          </Dialog>
        ) : null}
      </Part>
    </>
  );
}

function Buttons({ words }: { words: Words }) {
  return (
    <>
      <div className="row wrap">
        <button type="button" className="btn p">
          {words.confirm}
          <kbd>c</kbd>
        </button>
        <button type="button" className="btn">
          {words.edit}
          <kbd>e</kbd>
        </button>
        <button type="button" className="btn q">
          {words.notThis}
          <kbd>x</kbd>
        </button>
        <button type="button" className="btn d">
          {words.erase}
        </button>
      </div>
      <div className="row wrap" style={{ marginTop: 12 }}>
        <button type="button" className="btn p is-hover">
          {words.hover}
        </button>
        <button type="button" className="btn is-hover">
          {words.hover}
        </button>
        <button type="button" className="btn is-focus">
          {words.focus}
        </button>
        <button type="button" className="btn" disabled>
          {words.disabled}
        </button>
      </div>
      <div className="row wrap" style={{ marginTop: 12 }}>
        <button type="button" className="btn sm">
          {words.small}
        </button>
        <button type="button" className="btn sm p">
          {words.small}
        </button>
        <button type="button" className="btn ic" aria-label={words.menu} title={words.menu}>
          <Ellipsis className="i" aria-hidden="true" />
        </button>
        <button type="button" className="btn ic q" aria-label={words.waiting} title={words.waiting}>
          <Clock className="i" aria-hidden="true" />
        </button>
      </div>
    </>
  );
}
