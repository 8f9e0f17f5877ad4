/** How somebody felt afterwards: our five faces, always with the word. */
const DRAWN = {
  lighter: ['M9.8 12.8q1.6-2 3.2 0M19 12.8q1.6-2 3.2 0', 'M8.8 17.6q7.2 8 14.4 0'],
  heard: ['M11.6 11.6v1.6M20.4 11.6v1.6', 'M10 19q6 4.4 12 0'],
  fine: ['M11.6 11.6v1.6M20.4 11.6v1.6', 'M10.5 20h11'],
  uneasy: ['M11.6 11.6v1.6M20.4 11.6v1.6', 'M10.5 20.4q2.8-2 5.5-.4t5.5-.4'],
  drained: ['M9.6 13h3.8M18.6 13h3.8', 'M11.5 21.2q4.5-2.4 9 0'],
} as const;

export type Felt = keyof typeof DRAWN;
export const FEELINGS = Object.keys(DRAWN) as Felt[];

export function Feeling({ felt }: { felt: Felt }) {
  return (
    <svg className="face" viewBox="0 0 32 32" aria-hidden="true">
      <circle cx="16" cy="16" r="13.2" />
      {DRAWN[felt].map((line) => (
        <path d={line} key={line} />
      ))}
    </svg>
  );
}
