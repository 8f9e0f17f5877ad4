import type { quote as en } from '../en/quote.ts';

export const quote: typeof en = {
  stillSuggestion: 'nog een suggestie',
  confirmedBy: (who) => `bevestigd door ${who}`,
  conversationKind: { call: 'telefoongesprek', meeting: 'vergadering', email: 'e-mail', chat: 'chat', visit: 'bezoek', note: 'notitie' },
  sure: { 'very-likely': 'heel waarschijnlijk', likely: 'waarschijnlijk', unsure: 'onzeker' },
};
