import * as React from "react";
import type { GroupSummary, Result } from "../engine/index";
import { allUnits, groupMeans, shareOf, summariesOf } from "./result-view";
import { Dropdown } from "./ui/field";
import { useWords } from "./words";

/** The mean index of each group as a dot on one scale, from the least to the greatest score. */
export function GroupMeans({ result }: { readonly result: Result }): JSX.Element | null {
  const { text } = useWords();
  const columns = [...new Set(result.groups.flatMap((each) => each.column ?? []))];
  const [picked, setPicked] = React.useState("");
  if (columns.length === 0) return null;
  const column = columns.includes(picked) ? picked : columns[0];
  const all = summariesOf(result, allUnits).get(0);
  return (
    <section>
      <h2>{text.results.groups}</h2>
      {columns.length > 1 && (
        <Dropdown
          ariaLabel={text.results.grouping}
          selectedKey={column}
          options={columns.map((each) => ({ key: each, text: each }))}
          onChange={(_event, option) => option && setPicked(String(option.key))}
        />
      )}
      {all && <Dots groups={groupMeans(result, column)} all={all} decimals={result.recipe.decimals} />}
    </section>
  );
}

interface DotsProps {
  readonly groups: readonly GroupSummary[];
  readonly all: GroupSummary;
  readonly decimals: number;
}

function Dots({ groups, all, decimals }: DotsProps): JSX.Element {
  const { text, fill, number } = useWords();
  const scale = [all.min, all.max] as const;
  const middle = `${shareOf(scale, all.mean) * 100}%`;
  return (
    <div className="dots">
      {groups.map((group) => (
        <React.Fragment key={group.value}>
          <span className="name" title={group.value ?? ""}>
            {group.value} <span className="quiet">{number(group.units)}</span>
          </span>
          <svg
            height={18}
            role="img"
            aria-label={fill(text.results.groupRow, {
              group: group.value ?? "",
              mean: number(group.mean, decimals),
              count: number(group.units),
            })}
          >
            <line className="axis" x1="0" x2="100%" y1={9} y2={9} />
            <line className="axis" x1={middle} x2={middle} y1={0} y2={18} />
            {!Number.isNaN(group.mean) && (
              <circle className="dot" cx={`${shareOf(scale, group.mean) * 100}%`} cy={9} r={5} />
            )}
          </svg>
          <span className="figure">{number(group.mean, decimals)}</span>
        </React.Fragment>
      ))}
      <span className="quiet">{text.results.allUnits}</span>
      <span className="ends quiet">
        <span>{number(all.min, decimals)}</span>
        <span>{number(all.max, decimals)}</span>
      </span>
      <span className="figure quiet">{number(all.mean, decimals)}</span>
    </div>
  );
}
