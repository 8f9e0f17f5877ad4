type Said = Record<string, string | number>;

/** A sentence for each code a refusal can carry; what is not here is said in the English of the server. */
export const refusal = {
  bug: ({ id }: Said) => `Something went wrong on our side. Nothing was changed. If it happens again, report it with this number: ${id}.`,
  UNAUTHORIZED: 'You are signed out. Sign in again to go on.',
  INVALID_EMAIL_OR_PASSWORD: 'That e-mail and password do not belong together.',
  INVALID_EMAIL: 'That is not a whole e-mail address.',
  PASSWORD_TOO_SHORT: 'A password has at least 12 characters.',
  PASSWORD_TOO_LONG: 'A password has at most 256 characters.',
  USER_ALREADY_EXISTS: 'Somebody already has an account with that e-mail. Sign in with it instead.',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: 'Somebody already has an account with that e-mail. Sign in with it instead.',
  TOO_MANY_REQUESTS: 'Too many tries. Wait a minute and try again.',
  BAD_REQUEST: 'Heed could not read what was sent. Look over what you filled in.',
  'may.setup-token': 'The first account needs the setup token that Heed printed when it started.',
  'may.invitation': 'An account is made from an invitation. Ask an owner of this Heed for a new link.',
  'may.other-origin': 'This request came from another site, so nothing was done.',
};
