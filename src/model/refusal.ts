/**
 * A no that is meant for a person to read: what is wrong, where, and what to do. Anything else that is thrown is a bug.
 * `code` is stable (`conversation.empty`), `params` fill the sentence of the same code in the web's catalogue; `message` is the English one.
 */
export class Refusal extends Error {
  readonly code: string;
  readonly params: Record<string, string | number>;
  constructor(code: string, message: string, params: Record<string, string | number> = {}) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.params = params;
  }
}
