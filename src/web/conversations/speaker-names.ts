import type { SpeakerView } from '#model/pages.ts';

/** How the speakers of a conversation are called on its page: you, a first name where that is clear, the whole name where not. */
export interface SpeakerNames {
  short(speaker: number): string;
  long(speaker: number): string;
  of(speaker: number): SpeakerView | undefined;
  all: SpeakerView[];
}

export function namesOf(speakers: SpeakerView[], you: string): SpeakerNames {
  const byNumber = new Map(speakers.map((speaker) => [speaker.i, speaker]));
  const firsts = new Map<string, number>();
  for (const speaker of speakers) firsts.set(firstName(speaker.name), (firsts.get(firstName(speaker.name)) ?? 0) + 1);
  const long = (i: number) => {
    const speaker = byNumber.get(i);
    return speaker?.isYou ? you : (speaker?.name ?? '?');
  };
  return {
    all: speakers,
    of: (i) => byNumber.get(i),
    long,
    short: (i) => {
      const speaker = byNumber.get(i);
      if (!speaker || speaker.isYou) return long(i);
      const first = firstName(speaker.name);
      return firsts.get(first) === 1 ? first : speaker.name;
    },
  };
}

/** "Dr Amina Yusuf" is not called "Dr", nor "Speaker 2" plainly "Speaker". */
function firstName(name: string): string {
  const words = name.split(/\s+/);
  if (words.length < 2 || /\d/.test(name) || /@/.test(name)) return name;
  return /^(dr|mr|mrs|ms|prof|dhr|mevr|drs|ir)\.?$/i.test(words[0] ?? '') ? name : (words[0] ?? name);
}
