import type { ConversationKind, Format } from '#model/conversation.ts';
import type { Dated } from './dates.ts';

/** A file as a user would bring it in. Its dates are those of the autumn it was written in; the loader moves them. */
export interface SampleFile {
  /** The conversation it belongs to: several mails make one. */
  key: string;
  /** In `conversations/`. */
  file: string;
  /** What it is called when it comes in; without a title inside, the conversation is called so too. */
  name: string;
  format: Format;
  dated: Dated;
  /** When it was, for files that do not say so: the file's last change. Of the others, what they say; Meet leaves out the hour. */
  at: string;
  /** Where the reader cannot know it: a talk at a table looks like a call. */
  kind?: ConversationKind;
}

export const NEWEST = '2026-11-17T16:40:12Z';

export const SHELF: SampleFile[] = [
  {
    key: 'joost-chat',
    file: 'joost-chat.txt',
    name: 'WhatsApp Chat - Joost.txt',
    format: 'whatsapp',
    dated: 'chat',
    at: '2026-08-18T05:12:31Z',
  },
  {
    key: 'joost-visit',
    file: 'joost-visit.vtt',
    name: 'Op bezoek bij Joost.vtt',
    format: 'webvtt',
    dated: 'file',
    at: '2026-09-02T13:10:00Z',
    kind: 'visit',
  },
  {
    key: 'ruth-chat',
    file: 'ruth-chat.txt',
    name: 'WhatsApp Chat with Ruth Adeyemi.txt',
    format: 'whatsapp',
    dated: 'chat',
    at: '2026-10-25T17:02:00Z',
  },
  {
    key: 'first',
    file: 'harbour-first-call.vtt',
    name: 'Harbour Foods, first call.vtt',
    format: 'zoom-vtt',
    dated: 'file',
    at: '2026-10-28T10:30:00Z',
  },
  {
    key: 'walter',
    file: 'walter-call.vtt',
    name: 'Knopf Logistik, a short call.vtt',
    format: 'teams-vtt',
    dated: 'file',
    at: '2026-10-29T09:00:00Z',
  },
  {
    key: 'bernard',
    file: 'bernard-call.txt',
    name: 'Bernard, before the allotment.txt',
    format: 'otter',
    dated: 'file',
    at: '2026-11-07T09:15:00Z',
  },
  {
    key: 'amina-complaint',
    file: 'amina-complaint.mbox',
    name: 'Alarms at night, again.mbox',
    format: 'mbox',
    dated: 'mail',
    at: '2026-11-09T08:12:12Z',
  },
  {
    key: 'ruth-lunch',
    file: 'ruth-lunch.txt',
    name: 'Lunch with Ruth.txt',
    format: 'otter',
    dated: 'file',
    at: '2026-11-09T12:40:00Z',
    kind: 'visit',
  },
  {
    key: 'tobias-call',
    file: 'tobias-call.srt',
    name: 'Little Acre Box, the warm milk.srt',
    format: 'srt',
    dated: 'file',
    at: '2026-11-09T16:05:00Z',
  },
  {
    key: 'amina-call',
    file: 'amina-call.vtt',
    name: 'Alarms at night, a call.vtt',
    format: 'webvtt',
    dated: 'file',
    at: '2026-11-10T06:40:00Z',
  },
  {
    key: 'ines-mail',
    file: 'ines-mail-1.eml',
    name: 'Next week, with Daniel.eml',
    format: 'eml',
    dated: 'mail',
    at: '2026-11-11T16:31:12Z',
  },
  { key: 'tobias-mail', file: 'tobias-mail-1.eml', name: 'The two units.eml', format: 'eml', dated: 'mail', at: '2026-11-12T09:08:12Z' },
  {
    key: 'ines-mail',
    file: 'ines-mail-2.eml',
    name: 'Re Next week, with Daniel.eml',
    format: 'eml',
    dated: 'mail',
    at: '2026-11-12T07:05:12Z',
  },
  { key: 'tobias-mail', file: 'tobias-mail-2.eml', name: 'Re The two units.eml', format: 'eml', dated: 'mail', at: '2026-11-12T11:47:12Z' },
  {
    key: 'grace',
    file: 'grace-kitchen.txt',
    name: 'Grace, in the kitchen.txt',
    format: 'plain',
    dated: 'file',
    at: '2026-11-13T07:30:00Z',
    kind: 'visit',
  },
  {
    key: 'hana-call',
    file: 'hana-call.txt',
    name: 'Kimura Seafood, the invoice.txt',
    format: 'meet',
    dated: 'meet',
    at: '2026-11-13T09:10:00Z',
    kind: 'call',
  },
  {
    key: 'elena',
    file: 'elena-call.txt',
    name: 'Gelateria Marchetti, after the season.txt',
    format: 'meet',
    dated: 'meet',
    at: '2026-11-15T16:20:00Z',
    kind: 'call',
  },
  {
    key: 'sam',
    file: 'sam-call.json',
    name: 'Alder Ventures, first talk.json',
    format: 'fireflies',
    dated: 'fireflies',
    at: '2026-11-16T10:00:00Z',
  },
  {
    key: 'hana-mail',
    file: 'kimura-mails.mbox',
    name: 'Invoice correct, and a question.mbox',
    format: 'mbox',
    dated: 'mail',
    at: '2026-11-16T06:40:12Z',
  },
  { key: 'amina-mail', file: 'amina-mail.eml', name: 'Four more.eml', format: 'eml', dated: 'mail', at: '2026-11-17T07:20:12Z' },
  {
    key: 'second',
    file: 'harbour-second-call.vtt',
    name: 'Harbour Foods, second call.vtt',
    format: 'zoom-vtt',
    dated: 'file',
    at: '2026-11-17T13:58:00Z',
  },
];

/** Noted by hand on the day, as a member would. */
export const LOGGED = {
  kind: 'visit',
  title: 'The depot in Saltmouth',
  at: '2026-11-05T15:20:00Z',
  who: ['Daniel Brandt'],
  lines: [
    'Fifty minutes at the depot in Saltmouth. Mateus, who plans the vans, showed me all fourteen: nine to thirteen are old, and in van eleven the fuse box is held shut with a wooden spoon.',
    'Drivers switch the sensor off because it beeps. Nobody had ever asked Mateus about it. Three of the vans carry dry goods only: told Daniel not to pay us for those.',
  ],
  promised: { by: 'us', what: 'Show Mateus the unit that stays silent in the cab', due: '2026-12-04' },
} as const;
