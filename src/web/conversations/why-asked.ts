/** What can be asked why it was heard. */
export const WHY = '[data-why],.sug .k';

export interface WhyAsked {
  by: HTMLElement | null;
  /** The event that asked. */
  how: string;
}
