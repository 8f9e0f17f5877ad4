import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { OrganisationPage } from '#model/organisation.ts';
import { type DrawnFace, drawPeople, type PeopleMap, RING } from '#model/people-map.ts';
import { hueOf, initialsOf } from '#model/person.ts';
import { useOrganisationsText } from '../messages/organisations-text.ts';
import { useSession } from '../query/session.ts';
import { around, type Bond, type Drawn } from './around.ts';
import { onLine, underName } from './drawn-words.ts';
import { LineEvidence } from './line-evidence.tsx';

const THICK = { 1: 1.4, 2: 2.4, 3: 4 };
type Text = ReturnType<typeof useOrganisationsText>;

/** Who is close to whom, drawn for the width there is; each line opens what it rests on. */
export function PeopleDrawn({ page }: { page: OrganisationPage }) {
  const text = useOrganisationsText();
  const ours = useSession().workspace?.name ?? '';
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const [open, setOpen] = useState<string | null>(null);
  const { people, bonds } = useMemo(() => around(page), [page]);
  const map = useMemo(
    () =>
      drawPeople({
        people: people.map((one) => ({ ...one, name: one.isYou ? text.you : one.name, says: underName(one, bonds, { text, ours }) })),
        lines: bonds.map(({ id, one, other, ...bond }) => ({ id, one: one.id, other: other.id, says: onLine(bond, text) })),
        width,
      }),
    [people, bonds, width, text, ours],
  );
  const opened = bonds.find(({ id }) => id === open);
  const close = () => {
    document.getElementById(`line ${open}`)?.focus();
    setOpen(null);
  };
  if (people.length === 0) return <p className="f t13 w-none">{text.drawnNone}</p>;
  const names = people.map((one) => (one.isYou ? text.you : one.name)).join(', ');
  return (
    <>
      <div ref={box} className="w-drawing">
        {/* biome-ignore lint/a11y/useSemanticElements: a drawing has no element of its own but svg */}
        <svg className="chart w-map" width={map.width} height={map.height} role="group" aria-label={text.drawing(names)}>
          <Headings map={map} decided={people.some(({ part }) => part === 'decides')} text={text} />
          {map.lines.map((line) => {
            const bond = bonds.find(({ id }) => id === line.id);
            return bond ? (
              <Line key={line.id} line={line} bond={bond} on={line.id === open} text={text} onOpen={() => setOpen(line.id)} />
            ) : null;
          })}
          <OnLines map={map} bonds={bonds} text={text} />
          {map.faces.map((face) => {
            const who = people.find(({ id }) => id === face.id);
            return who ? <FaceDrawn key={face.id} face={face} who={who} /> : null;
          })}
        </svg>
      </div>
      {opened ? <LineEvidence key={opened.id} bond={opened} onClose={close} /> : null}
      <Legend text={text} left={map.left.length} />
    </>
  );
}

function Headings({ map, decided, text }: { map: PeopleMap; decided: boolean; text: Text }) {
  return map.headings.map(({ zone, x }) => (
    <text key={zone} x={x} y="18" textAnchor="middle" className="t">
      {zone === 'middle' && !decided ? text.nobodyDecides : text.zones[zone]}
    </text>
  ));
}

interface LineGiven {
  line: PeopleMap['lines'][number];
  bond: Bond;
  on: boolean;
  text: Text;
  onOpen: () => void;
}

function Line({ line, bond, on, text, onOpen }: LineGiven) {
  const name = (who: Drawn) => (who.isYou ? text.you : who.name);
  const says = bond.talks ? text.talks(bond.talks.count) : text.closeness[bond.closeness];
  const met = bond.one.met && bond.other.met;
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onOpen();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button cannot stand within a drawing
    <g
      id={`line ${bond.id}`}
      className={on ? 'line on' : 'line'}
      role="button"
      tabIndex={0}
      aria-expanded={on}
      aria-label={text.line(name(bond.one), name(bond.other), says ?? '')}
      onClick={onOpen}
      onKeyDown={press}
    >
      <path className="halo" d={line.path} />
      <path className={met ? 'tie' : 'tie unmet'} d={line.path} strokeWidth={met ? THICK[bond.closeness] : 1.2} />
    </g>
  );
}

/** Words on lines stand above all lines, so that none goes through them. */
function OnLines({ map, bonds, text }: { map: PeopleMap; bonds: Bond[]; text: Text }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus; each line says the same by its name
    <g aria-hidden="true" className="words">
      {map.lines.map(({ id, label }) => {
        const bond = bonds.find((one) => one.id === id);
        return label && bond ? (
          <text key={id} x={label.x} y={label.y} textAnchor="middle">
            {onLine(bond, text)}
          </text>
        ) : null;
      })}
    </g>
  );
}

function FaceDrawn({ face, who }: { face: DrawnFace; who: Drawn }) {
  const navigate = useNavigate();
  const { x, y, label } = face;
  const under = label === 'over' ? y - RING - 25 : y + RING + 17;
  const isCut = !who.isYou && face.name !== who.name;
  const drawn = (
    <>
      {isCut ? <title>{who.name}</title> : null}
      {who.part === 'decides' ? <circle className="ring" cx={x} cy={y} r={RING} /> : null}
      {who.part === 'affected' ? <circle className="dots" cx={x} cy={y} r={RING} /> : null}
      <circle
        className={who.met ? undefined : 'unmet'}
        cx={x}
        cy={y}
        r="24"
        style={who.met ? { fill: `var(--face-${hueOf(who.id)})`, stroke: 'var(--paper)', strokeWidth: 3 } : undefined}
      />
      <text x={x} y={y + 5} textAnchor="middle" className={who.met ? 'ini' : 'ini unmet'}>
        {initialsOf(who.name)}
      </text>
      <text x={x} y={under} textAnchor="middle" className="nm2">
        {face.name}
      </text>
      <text x={x} y={under + 16} textAnchor="middle">
        {face.says}
      </text>
    </>
  );
  if (who.kind === 'member') return <g>{drawn}</g>;
  const open = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void navigate({ to: '/people/$id', params: { id: who.id } });
  };
  return (
    <a className="person" href={`/people/${who.id}`} onClick={open}>
      {drawn}
    </a>
  );
}

function Legend({ text, left }: { text: Text; left: number }) {
  const sign = (className: string) => (
    <svg width="22" height="14" aria-hidden="true" className="w-map">
      <circle className={className} cx="8" cy="7" r="6" />
    </svg>
  );
  return (
    <p className="legend" style={{ marginTop: 8 }}>
      <span>
        {sign('ring')}
        {text.legend.decides}
      </span>
      <span>
        {sign('dots')}
        {text.legend.affected}
      </span>
      <span>
        {sign('unmet')}
        {text.legend.unmet}
      </span>
      <span className="f">
        {left > 0 ? `${text.crowd(left)} ` : ''}
        {text.rests}
      </span>
    </p>
  );
}

/** How wide the drawing may be, in steps, so that it does not dance while the window is pulled. */
function useWidth(box: { current: HTMLDivElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setWidth(Math.min(780, Math.floor(element.clientWidth / 10) * 10));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return width || 700;
}
