import type { Page } from 'playwright-core';

/** The screens of the ground and of people, by what says that they are ready. */
export async function groundScreens(page: Page): Promise<{ address: string; ready: string }[]> {
  const { rows } = (await (await page.request.get('/api/v1/people')).json()) as {
    rows: { id: string; name: string; organisation: { id: string } | null }[];
  };
  const ines = rows.find((row) => row.name.startsWith('Ines'));
  const second = rows.find((row) => row.id !== ines?.id);
  return [
    { address: '/people', ready: 'tbody .nm, .plist a' },
    { address: '/people?of=Harbour%20Foods', ready: 'tbody .nm, .plist a' },
    { address: '/people?find=nobody-is-called-so', ready: '.sent' },
    { address: '/people?add=true', ready: 'dialog input' },
    { address: '/people/duplicates', ready: '.drop, .w-pairs' },
    ...(ines && second ? [{ address: `/people/duplicates?one=${ines.id}&other=${second.id}`, ready: '.w-mrow' }] : []),
    { address: `/people/${ines?.id ?? ''}`, ready: '.hero h1' },
    { address: '/organisations', ready: 'tbody .nm' },
    { address: '/organisations?add=true', ready: 'dialog input' },
    { address: `/organisations/${ines?.organisation?.id ?? ''}`, ready: '.w-map .person' },
    { address: `/people/${ines?.id ?? ''}/brief`, ready: '.w-b3 li' },
    { address: '/settings/me', ready: '.w-set h1' },
    { address: '/settings/workspace', ready: '.w-set form' },
    { address: '/settings/offerings', ready: '.w-set .sec' },
    { address: '/settings/members', ready: '.w-set .list' },
    { address: '/settings/learned', ready: '.w-set .sec' },
    { address: '/settings/language-model', ready: '.w-set form' },
    { address: '/settings/about', ready: '.w-set dl' },
    { address: '/more', ready: '.page .item' },
    { address: '/nowhere', ready: 'h1' },
    { address: '/kit', ready: 'main h2' },
  ];
}
