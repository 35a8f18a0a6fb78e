import * as React from "react";
import { area, type CellRange } from "../base/address";
import { GroupMeans } from "./GroupMeans";
import { Ranking } from "./Ranking";
import { TierBars } from "./TierBars";
import { resultState, type PaneState, type Scored } from "./state";
import { useWords } from "./words";

export interface ResultsTabProps {
  readonly state: PaneState;
  readonly onShow: (range: CellRange) => void;
}

/** The last run's result, and only while the workbook still holds what it was computed from. */
export function ResultsTab({ state, onShow }: ResultsTabProps): JSX.Element {
  const { text, fill, time } = useWords();
  const { scored } = state;
  switch (resultState(state)) {
    case "none":
      return <p className="quiet">{text.results.none}</p>;
    case "elsewhere":
      return <p className="quiet">{text.results.elsewhere}</p>;
    case "stale":
      return (
        <p className="stale">
          {scored ? fill(text.results.stale, { time: time(scored.at) }) : text.results.staleBefore}
        </p>
      );
    case "current":
      return <Results scored={scored!} onShow={onShow} />;
  }
}

function Results({ scored, onShow }: { scored: Scored; onShow: (range: CellRange) => void }): JSX.Element {
  const { text, fill, number } = useWords();
  const { result, written } = scored;
  const present = result.score.filter((score) => !Number.isNaN(score));
  const mean = present.reduce((sum, score) => sum + score, 0) / present.length;
  return (
    <>
      <p className="summary">
        {fill(text.results.summary, {
          scored: number(present.length),
          units: number(result.study.units.length),
          mean: number(mean, result.recipe.decimals),
        })}
      </p>
      <TierBars result={result} />
      <Ranking result={result} />
      <GroupMeans result={result} />
      {written.length > 0 && (
        <section>
          <h2>{text.results.sheets}</h2>
          <div className="chips">
            {written.map(({ sheet }) => (
              <button
                key={sheet}
                type="button"
                className="chip"
                title={fill(text.check.goTo, { sheet })}
                onClick={() => onShow({ sheet, ...area(0, 0) })}
              >
                {sheet}
              </button>
            ))}
          </div>
        </section>
      )}
    </>
  );
}
