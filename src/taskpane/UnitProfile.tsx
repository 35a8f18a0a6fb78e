import * as React from "react";
import type { Result } from "../engine/index";
import { extremes, peersOf, scaleOf, shareOf, standings, type Peers, type Standing } from "./result-view";
import { Dropdown } from "./ui/field";
import { useWords } from "./words";

/** How many strengths and weaknesses are named. */
const count = 5;

export interface UnitProfileProps {
  readonly unit: number;
  readonly result: Result;
}

/** Where a unit stands against its group: the upper levels as bars, then where it gains and loses most. */
export function UnitProfile({ unit, result }: UnitProfileProps): JSX.Element {
  const { text, fill } = useWords();
  const choices = React.useMemo(() => peersOf(result, unit), [result, unit]);
  const [chosen, setChosen] = React.useState(0);
  const peers = choices[Math.min(chosen, choices.length - 1)];
  const found = React.useMemo(() => standings(result, unit, peers), [result, unit, peers]);
  const scale = React.useMemo(() => scaleOf(result, result.stages.aggregated), [result]);
  const upper = found.filter((each) => result.study.nodes[each.node].level <= 1);
  const [gains, losses] = extremes(result, found, count);
  const peersName = ({ value }: Peers) => value ?? text.results.allUnits;
  const lists: readonly [string, readonly Standing[]][] = [
    [text.results.gains, gains],
    [text.results.loses, losses],
  ];
  const { name, code } = result.study.units[unit];
  return (
    <div
      className="profile"
      role="group"
      aria-label={fill(text.results.versus, { unit: name || code, group: peersName(peers) })}
    >
      {choices.length > 1 && (
        <Dropdown
          label={text.results.compareWith}
          selectedKey={chosen}
          options={choices.map((each, key) => ({
            key,
            text:
              each.column === null
                ? peersName(each)
                : fill(text.results.peersIn, { column: each.column, value: peersName(each) }),
          }))}
          onChange={(_event, option) => option && setChosen(Number(option.key))}
        />
      )}
      {upper.map((each) => (
        <StandingRow key={each.node} standing={each} result={result} scale={scale} peers={peersName(peers)} />
      ))}
      {lists.map(([title, list]) =>
        list.length === 0 ? null : (
          <React.Fragment key={title}>
            <h4>{title}</h4>
            {list.map((each) => (
              <StandingRow
                key={each.node}
                standing={each}
                result={result}
                scale={scale}
                peers={peersName(peers)}
              />
            ))}
          </React.Fragment>
        ),
      )}
    </div>
  );
}

interface StandingRowProps {
  readonly standing: Standing;
  readonly result: Result;
  readonly scale: readonly [low: number, high: number];
  readonly peers: string;
}

/** The unit's score as a bar, its peers' mean as a tick across it, and the difference. */
function StandingRow({ standing, result, scale, peers }: StandingRowProps): JSX.Element {
  const { text, fill, number } = useWords();
  const { decimals } = result.recipe;
  const { name } = result.study.nodes[standing.node];
  const own = shareOf(scale, standing.score) * 100;
  const mean = shareOf(scale, standing.peers) * 100;
  const said = fill(text.results.unitRow, {
    unit: name,
    score: number(standing.score, decimals),
    group: peers,
    mean: number(standing.peers, decimals),
  });
  const sign = standing.difference > 0 ? "+" : "";
  return (
    <div className="standing" title={said}>
      <span className="name">{name}</span>
      <span className="figure">{number(standing.score, decimals)}</span>
      <span className={`figure difference ${standing.difference < 0 ? "bad" : "good"}`}>
        {Number.isNaN(standing.difference) ? "" : `${sign}${number(standing.difference, decimals)}`}
      </span>
      <svg viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label={said}>
        <rect className="track" width={100} height={6} />
        <rect className={standing.difference < 0 ? "fill-bad" : "fill-good"} y={1} width={own} height={4} />
        {!Number.isNaN(standing.peers) && (
          <rect className="tick" x={Math.min(99, mean - 0.5)} width={1} height={6} />
        )}
      </svg>
    </div>
  );
}
