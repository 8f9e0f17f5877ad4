import { isSameHouse, type LanguageModelView } from '#model/language-model.ts';

/** What stands under the field of the key: it is kept, but for its own house only. Pure but for the words it is given. */
export function keyHint(
  view: Pick<LanguageModelView, 'key' | 'endpoint'>,
  whole: string | null,
  text: { keyNone: string; keyKept: string; keyElsewhere: string },
): string {
  if (view.key === 'none') return text.keyNone;
  return whole === null || isSameHouse(view.endpoint, whole) ? text.keyKept : text.keyElsewhere;
}

/** Others may stand along it: http to anything but this machine. */
export function isOpenWay(endpoint: string | null): boolean {
  return endpoint?.startsWith('http:') === true && !/^http:\/\/(localhost|127\.[\d.]+|\[::1\])(:|\/|$)/.test(endpoint);
}
