/**
 * Which of the addresses that were invited belongs to which speaker. Only what leaves no choice is told: a given pair, or an address
 * before the @ that is the whole name (ana.ruiz, aruiz) or the first name of one speaker alone, and one address for that speaker.
 */
export function matchEmails(names: readonly string[], emails: readonly string[], known: ReadonlyMap<string, string>): Map<string, string> {
  const matched = new Map([...known].filter(([name]) => names.includes(name)));
  const taken = new Set(known.values());
  const free = [...new Set(emails.map((email) => email.trim().toLowerCase()))].filter((email) => email.includes('@') && !taken.has(email));
  for (const forms of [wholeForms, firstForm]) {
    const open = names.filter((name) => !matched.has(name));
    const fits = (name: string, email: string) => forms(name).includes(bare(email.slice(0, email.indexOf('@'))));
    for (const name of open) {
      const mine = free.filter((email) => !taken.has(email) && fits(name, email));
      const email = mine[0];
      if (!email || mine.length > 1 || names.filter((other) => fits(other, email)).length > 1) continue;
      matched.set(name, email);
      taken.add(email);
    }
  }
  return matched;
}

function wholeForms(name: string): string[] {
  const words = name.split(' ').map(bare).filter(Boolean);
  const first = words[0] ?? '';
  const last = words.slice(1).join('');
  return last ? [first + last, first.slice(0, 1) + last, last + first] : [];
}

const firstForm = (name: string) => [bare(name.split(' ')[0] ?? '')].filter(Boolean);

/** Lower case, letters and digits only, no accents. */
function bare(text: string): string {
  const plain = text.normalize('NFD').toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]/gu, '');
}
