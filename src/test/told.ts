import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type FileHandedIn, receiveFile } from '#domain/conversations/receive.ts';
import { understandConversation } from '#domain/conversations/understand.ts';
import type { Scope } from '#domain/scope.ts';
import type { Received } from '#model/pages.ts';

/** A first call: Maya of ours, Ines of theirs. */
export const FIRST_CALL = `WEBVTT

1
00:00:01.000 --> 00:00:05.000
Maya Okafor: What happens in your kitchens when the fridges fail at night?

2
00:00:05.500 --> 00:00:15.000
Ines Carvalho: We need to know it before the morning, because last week we threw away two hundred meals.

3
00:00:15.500 --> 00:00:19.000
Maya Okafor: So you found out too late, and that hurt.

4
00:00:19.500 --> 00:00:29.000
Ines Carvalho: Yes. I am worried that it happens again, I hate it when nobody tells me anything.

5
00:00:29.500 --> 00:00:36.000
Maya Okafor: I will send you the July report by Friday. Our platform has dashboards and automatic alerts.

6
00:00:36.500 --> 00:00:42.000
Ines Carvalho: I will send you the list of our vans tomorrow.
`;

/** Hand a text in as a file, the way a browser does. */
export async function handIn(scope: Scope, text: string | Uint8Array, more: Partial<FileHandedIn> = {}): Promise<Received> {
  const folder = await mkdtemp(path.join(tmpdir(), 'heed-told-'));
  const file = path.join(folder, 'handed-in');
  await writeFile(file, text);
  try {
    return await receiveFile(scope, { name: 'call.vtt', ...more, path: file });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the worker would do: let the engine go over everything that waits. */
export async function understandWaiting(scope: Scope): Promise<void> {
  const waiting = await scope.db
    .selectFrom('conversations')
    .select('id')
    .where('workspaceId', '=', scope.workspaceId)
    .where('understoodAt', 'is', null)
    .execute();
  for (const { id } of waiting) await understandConversation(scope, id);
}

/** One e-mail as it lies in a mailbox. */
export function mail(fields: {
  id: string;
  from: string;
  to: string;
  subject: string;
  date: string;
  text: string;
  answers?: string;
}): string {
  const references = fields.answers ? `In-Reply-To: <${fields.answers}>\nReferences: <${fields.answers}>\n` : '';
  return `From: ${fields.from}\nTo: ${fields.to}\nSubject: ${fields.subject}\nDate: ${fields.date}\nMessage-ID: <${fields.id}>\n${references}MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n${fields.text}\n`;
}
