import type { Language, LeftOutTurns } from '#model/language.ts';
import { useLeftOutText } from '../messages/left-out-text.ts';

/** Which turns are in a language that Heed does not understand, and what that leaves out, in one line. */
export function LeftOut({ turns, leftOut }: { turns: number; leftOut: LeftOutTurns[] }) {
  const text = useLeftOutText();
  const tongue = document.documentElement.lang;
  const names = new Intl.DisplayNames(tongue, { type: 'language' });
  const within = (language: Language) => (language === 'other' ? text.another : text.within(names.of(language) ?? language));
  const out = leftOut.reduce((sum, one) => sum + one.turns, 0);
  const parts = leftOut.map((one) => text.turnsIn(one.turns, within(one.language)));
  const only = leftOut.length === 1 ? leftOut[0] : undefined;
  const one = only && (out === turns ? text.allIn(within(only.language)) : text.one(out, within(only.language)));
  return (
    <p className="t12 f" style={{ marginTop: 8 }}>
      {one ?? text.several(out, new Intl.ListFormat(tongue).format(parts))} {text.what}
    </p>
  );
}
