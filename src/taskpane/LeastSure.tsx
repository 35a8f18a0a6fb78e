import * as React from "react";
import type { Result, Robustness } from "../engine/index";
import { ownTier } from "../workbook/write/robustness-columns";
import { useWords } from "./words";

/** Rows shown at first; each click adds as many. */
const page = 10;

/** The units with the widest rank intervals, each as a line from its 5 % to its 95 % with a mark at its rank. */
export function LeastSure({
  result,
  robustness: found,
}: {
  readonly result: Result;
  readonly robustness: Robustness;
}): JSX.Element {
  const { robustness, text, fill, number, percent } = useWords();
  const words = robustness.pane;
  const [shown, setShown] = React.useState(page);
  const units = React.useMemo(() => {
    const width = (unit: number) => found.rankUpper[unit] - found.rankLower[unit];
    return Array.from(result.order)
      .filter((unit) => found.scoredRuns[unit] > 0)
      .sort((a, b) => width(b) - width(a));
  }, [result, found]);
  const last = units.length;
  const at = (rank: number) => (last > 1 ? ((rank - 1) / (last - 1)) * 100 : 50);
  return (
    <section>
      <h2>{words.least}</h2>
      <ol className="plain ranking">
        {units.slice(0, shown).map((unit) => {
          const [lower, upper] = [found.rankLower[unit], found.rankUpper[unit]].map((rank) =>
            number(Math.round(rank)),
          );
          const rank = result.rank[unit];
          const { name, code } = result.study.units[unit];
          const tier = result.tierLabels[result.tierOf[unit]];
          const params = { unit: name || code, rank, lower, upper };
          return (
            <li
              key={unit}
              className="interval-row"
              title={
                tier
                  ? fill(words.beats, { share: percent(ownTier(found, result, unit), 1), tier })
                  : undefined
              }
            >
              <span className="figure rank">{rank}</span>
              <span className="name">{name || code}</span>
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" role="img">
                <title>{fill(words.intervalWords, params)}</title>
                <rect className="track" x={0} y={4} width={100} height={2} />
                <rect
                  className="reach"
                  x={at(found.rankLower[unit])}
                  y={2.5}
                  width={Math.max(0.8, at(found.rankUpper[unit]) - at(found.rankLower[unit]))}
                  height={5}
                />
                <rect className="mark" x={Math.min(98.5, at(rank))} y={0} width={1.5} height={10} />
              </svg>
              <span className="figure">{fill(words.interval, params)}</span>
            </li>
          );
        })}
      </ol>
      {shown < units.length && (
        <button type="button" className="link more" onClick={() => setShown(shown + page)}>
          {fill(text.results.showMore, { count: Math.min(page, units.length - shown) })}
        </button>
      )}
    </section>
  );
}
