/**
 * Everything that speaks of a person. A test compares this list with the keys of the database, so that no table is forgotten when two become one.
 * Columns without a key (people.photo_id names an attachment, which moves by itself; findings.became names what moves by itself) need none.
 */
export interface PersonReference {
  table: string;
  column: string;
  /** Rows of the one that goes are dropped where the one that stays has a row that is the same in all of these. */
  once?: string[];
  /** What the dropped row knew and the other did not is filled in: an empty place is filled, of two the higher is taken, or both must hold. */
  fill?: Record<string, 'empty' | 'higher' | 'both'>;
}

export const PERSON_REFERENCES: PersonReference[] = [
  {
    table: 'affiliations',
    column: 'person_id',
    once: ['organisation_id'],
    fill: { role_title: 'empty', from_on: 'empty', part: 'empty' },
  },
  { table: 'aliases', column: 'person_id' },
  { table: 'attachments', column: 'person_id' },
  { table: 'beliefs', column: 'person_id' },
  { table: 'custom_values', column: 'person_id', once: ['field_id'] },
  { table: 'custom_values', column: 'person_value' },
  { table: 'deal_people', column: 'person_id', once: ['deal_id'], fill: { part: 'empty' } },
  { table: 'deeds', column: 'person_id' },
  { table: 'external_ids', column: 'person_id' },
  { table: 'needs', column: 'person_id' },
  // A note that is about one of them and mentions the other is about them.
  { table: 'note_links', column: 'person_id', once: ['note_id'], fill: { mentioned: 'both' } },
  { table: 'person_addresses', column: 'person_id', once: ['street', 'place', 'region', 'postcode', 'country'] },
  { table: 'person_dates', column: 'person_id', once: ['kind', 'label', 'month', 'day', 'year'] },
  { table: 'person_emails', column: 'person_id' },
  { table: 'person_links', column: 'person_id', once: ['match_url'], fill: { label: 'empty' } },
  { table: 'person_phones', column: 'person_id' },
  { table: 'promises', column: 'by_person_id' },
  { table: 'promises', column: 'to_person_id' },
  { table: 'say_backs', column: 'person_id' },
  { table: 'speakers', column: 'person_id' },
  { table: 'taggings', column: 'person_id', once: ['tag_id'] },
  { table: 'tasks', column: 'person_id' },
  { table: 'ties', column: 'from_id', once: ['to_id', 'kind'], fill: { closeness: 'higher', note: 'empty' } },
  { table: 'ties', column: 'to_id', once: ['from_id', 'kind'], fill: { closeness: 'higher', note: 'empty' } },
  { table: 'traits', column: 'person_id' },
];

/** Pairs that wait go over by rules of their own: see `movePairs`. */
export const PAIR_REFERENCES: PersonReference[] = [
  { table: 'duplicate_pairs', column: 'one_id' },
  { table: 'duplicate_pairs', column: 'other_id' },
];
