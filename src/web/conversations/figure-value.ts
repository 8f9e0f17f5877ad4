import type { Text } from '../messages/language.ts';
import type { Figure } from './report.ts';

/** A figure in few words; `tongue` is the language of its numbers. Pure. */
export function figureValue(figure: Figure, text: Text['listening'], clock: (ms: number) => string, tongue: string): string {
  const tenth = (n: number) => n.toLocaleString(tongue, { maximumFractionDigits: 1 });
  if (figure.name === 'talkShare' || figure.name === 'pitch') return text.share(Math.round(figure.share * 100));
  if (figure.name === 'questions')
    return figure.open === null || figure.closed === null ? text.asked(figure.n) : text.and(figure.open, figure.closed);
  if (figure.name === 'saidBack') return String(figure.simple + figure.complex);
  if (figure.name === 'leftOpen') return text.of_n(figure.open, figure.n);
  if (figure.name === 'patience') return text.median(tenth(figure.ms / 1000));
  if (figure.name === 'pace') return text.words(Math.round(figure.perMinute));
  return figure.name === 'switches' ? text.perMinute(tenth(figure.perMinute)) : clock(figure.ms);
}
