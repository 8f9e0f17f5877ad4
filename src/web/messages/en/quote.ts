export const quote = {
  stillSuggestion: 'still a suggestion',
  confirmedBy: (who: string) => `${who} confirmed it`,
  conversationKind: { call: 'call', meeting: 'meeting', email: 'e-mail', chat: 'chat', visit: 'visit', note: 'note' },
  sure: { 'very-likely': 'very likely', likely: 'likely', unsure: 'unsure' },
};
