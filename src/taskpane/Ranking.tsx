import * as React from "react";
import type { Result } from "../engine/index";
import { findUnits, scaleOf, shareOf } from "./result-view";
import { SearchBox } from "./ui/field";
import { UnitProfile } from "./UnitProfile";
import { useWords } from "./words";

/** Rows shown at once; each click adds as many. */
const page = 50;

/** The ranking: the top and the bottom at first, all of it on demand, whoever is looked for. */
export function Ranking({ result }: { readonly result: Result }): JSX.Element {
  const { text, fill } = useWords();
  const [typed, setTyped] = React.useState("");
  const [limit, setLimit] = React.useState(0);
  const [picked, setPicked] = React.useState(-1);
  const found = React.useMemo(() => findUnits(result, typed), [result, typed]);
  const scale = React.useMemo(() => scaleOf(result, result.score), [result]);
  const ends = result.recipe.topAndBottom;
  const scored = found.filter((unit) => result.rank[unit] > 0).length;
  const folded = typed.trim() === "" && limit === 0 && scored > 2 * ends + 1;
  const head = folded ? found.slice(0, ends) : found.slice(0, Math.max(page, limit));
  const tail = folded ? found.slice(scored - ends, scored) : [];
  const rest = found.length - head.length - tail.length;
  const row = (unit: number) => (
    <RankRow
      key={unit}
      unit={unit}
      result={result}
      scale={scale}
      open={unit === picked}
      onPick={() => setPicked(unit === picked ? -1 : unit)}
    />
  );
  return (
    <section>
      <h2>{text.results.ranking}</h2>
      <SearchBox
        placeholder={text.results.search}
        ariaLabel={text.results.search}
        value={typed}
        onChange={(_event, value) => setTyped(value ?? "")}
      />
      {typed.trim() !== "" && (
        <p className="quiet" role="status">
          {found.length === 0
            ? fill(text.results.nothingFound, { text: typed.trim() })
            : fill(text.results.found, { count: found.length })}
        </p>
      )}
      <ol className="plain ranking">{head.map(row)}</ol>
      {rest > 0 && (
        <button
          type="button"
          className="link more"
          onClick={() => setLimit(Math.max(page, limit) + (folded ? 0 : page))}
        >
          {folded
            ? fill(text.results.showAll, { count: rest })
            : fill(text.results.showMore, { count: Math.min(page, rest) })}
        </button>
      )}
      <ol className="plain ranking">{tail.map(row)}</ol>
      {limit > 0 && (
        <button type="button" className="link more" onClick={() => setLimit(0)}>
          {text.results.showTopBottom}
        </button>
      )}
    </section>
  );
}

interface RankRowProps {
  readonly unit: number;
  readonly result: Result;
  readonly scale: readonly [low: number, high: number];
  readonly open: boolean;
  readonly onPick: () => void;
}

function RankRow({ unit, result, scale, open, onPick }: RankRowProps): JSX.Element {
  const { text, fill, number } = useWords();
  const { name, code } = result.study.units[unit];
  const rank = result.rank[unit];
  const score = rank > 0 ? number(result.score[unit], result.recipe.decimals) : text.results.noScore;
  const share = rank > 0 ? shareOf(scale, result.score[unit]) : 0;
  return (
    <li>
      <button
        type="button"
        className="rank-row"
        aria-expanded={open}
        aria-label={fill(text.results.rankRow, { rank: rank > 0 ? rank : "–", unit: name || code, score })}
        onClick={onPick}
      >
        <span className="figure rank">{rank > 0 ? rank : "–"}</span>
        <span className="name">{name || code}</span>
        <span className="bar">
          <span style={{ width: `${share * 100}%` }} />
        </span>
        <span className="figure">{score}</span>
      </button>
      {open && <UnitProfile unit={unit} result={result} />}
    </li>
  );
}
