/** What can be asked why it was heard. */
export const WHY = '[data-why],.sug .k';

export interface WhyAsked {
  by: HTMLElement | null;
  /** The event that asked. */
  how: string;
}

/** What has to stay readable beside it: the turn, or the suggestion. */
export function holderOf(by: HTMLElement | null | undefined): HTMLElement | null {
  return by?.closest<HTMLElement>('.sug, .peek, .turn') ?? null;
}
