import type { Text } from '../messages/language.ts';
import { useText } from '../messages/use-text.ts';
import { mostIn } from './lane-path.ts';
import type { Lane, LaneChart } from './lanes.ts';
import type { SpeakerNames } from './speaker-names.ts';

/** What somebody mostly did, in the words of the legend: the families with the most talk in them. */
export function mostly(lane: Lane, text: Text): string {
  return mostIn(lane)
    .map((family) => text.findings.family[family].toLowerCase())
    .join(', ');
}

/** The same as the lanes, in words, for who cannot see them. */
export function LaneTable({ chart, names }: { chart: LaneChart; names: SpeakerNames }) {
  const text = useText();
  return (
    <table className="sr">
      <caption>{text.conversations.lanes}</caption>
      <thead>
        <tr>
          <th scope="col">{text.conversations.colPeople}</th>
          <th scope="col">{text.conversations.laneTurns}</th>
          <th scope="col">{text.conversations.laneShare}</th>
          <th scope="col">{text.conversations.laneMost}</th>
        </tr>
      </thead>
      <tbody>
        {chart.lanes.map((lane) => (
          <tr key={lane.speaker.id}>
            <th scope="row">{names.long(lane.speaker.i)}</th>
            <td>{lane.spans.length}</td>
            <td>{Math.round(lane.share * 100)}%</td>
            <td>{mostly(lane, text)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
