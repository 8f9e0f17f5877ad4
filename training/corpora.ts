import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

/** A corpus that may be learned from: its folder, and the words in its README that say so. Anything else is refused. */
export interface Corpus {
  folder: string;
  licence: RegExp;
  licenceName: string;
  cite: string;
}

export const CORPORA = {
  ami: {
    folder: 'ami-dialogue-acts',
    licence: /Creative Commons Attribution 4\.0 International/,
    licenceName: 'CC BY 4.0',
    cite: 'AMI Meeting Corpus, AMI Consortium; Carletta et al. 2005',
  },
  casino: {
    folder: 'casino-strategies',
    licence: /"Attribution 4\.0 International" \(CC BY 4\.0\)/,
    licenceName: 'CC BY 4.0',
    cite: 'CaSiNo; Chawla et al., NAACL 2021',
  },
  goemotions: {
    folder: 'goemotions',
    licence: /released under the CC BY 4\.0 International license/,
    licenceName: 'CC BY 4.0',
    cite: 'GoEmotions, Google; Demszky et al., ACL 2020',
  },
  parakweet: {
    folder: 'parakweet-email-intent',
    licence: /Apache Software License 2\.0/,
    licenceName: 'Apache-2.0',
    cite: 'Parakweet e-mail intent data set, Parakweet Labs',
  },
  persuasion: {
    folder: 'persuasion-for-good',
    licence: /Apache License 2\.0/,
    licenceName: 'Apache-2.0',
    cite: 'PersuasionForGood; Wang et al., ACL 2019',
  },
} as const satisfies Record<string, Corpus>;

export type CorpusName = keyof typeof CORPORA;

/** One line of a corpus file, as its README describes it. */
export type Line = Record<string, unknown>;

export interface Loaded {
  lines: Line[];
  /** `folder/file`, with the SHA-256 of its bytes as they were read. */
  file: string;
  sha256: string;
}

/**
 * Lines of one file (`train`, `dev`, `val`, `valid` or `test`) of a corpus under `data`, plain or gzipped; null when it is not there.
 * @throws Error when the README beside it does not carry the licence we were given it under.
 */
export function loadFile(data: string, name: CorpusName, part: string): Loaded | null {
  const { folder, licence } = CORPORA[name];
  const found = ['.jsonl', '.jsonl.gz'].map((ending) => path.join(data, folder, part + ending)).find((file) => existsSync(file));
  if (!found) return null;
  const bytes = readFileSync(found);
  const text = found.endsWith('.gz') ? gunzipSync(bytes).toString('utf8') : bytes.toString('utf8');
  if (part !== 'test') checkLicence(path.join(data, folder, 'README.md'), licence);
  return {
    lines: text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as Line),
    file: path.posix.join(folder, path.basename(found)),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

function checkLicence(readme: string, licence: RegExp): void {
  if (!existsSync(readme)) throw new Error(`${readme} is missing: a corpus without its licence is not learned from.`);
  if (!licence.test(readFileSync(readme, 'utf8'))) throw new Error(`${readme} does not say ${licence}: this corpus is not on our list.`);
}

/** The same, and missing is an error. */
export function needFile(data: string, name: CorpusName, part: string): Loaded {
  const loaded = loadFile(data, name, part);
  if (!loaded) throw new Error(`${path.join(data, CORPORA[name].folder)} has no ${part}.jsonl or ${part}.jsonl.gz.`);
  return loaded;
}
