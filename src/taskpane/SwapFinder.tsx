import * as React from "react";
import { swapChange, type Result } from "../engine/index";
import { ComboBox } from "./ui/field";
import { useWords } from "./words";

/** Two units, and the smallest change of one first-level weight that swaps them. */
export function SwapFinder({ result }: { readonly result: Result }): JSX.Element | null {
  const { robustness, fill, percent } = useWords();
  const text = robustness.pane;
  const { study, order, rank, weights } = result;
  const ranked = React.useMemo(() => Array.from(order).filter((unit) => rank[unit] > 0), [order, rank]);
  const [pair, setPair] = React.useState<readonly [number, number]>([ranked[0] ?? -1, ranked[1] ?? -1]);
  const options = React.useMemo(
    () => ranked.map((unit) => ({ key: String(unit), text: `${rank[unit]} ${nameOf(result, unit)}` })),
    [ranked, rank, result],
  );
  // Whoever is asked first, the better placed is the one to be passed.
  const [ahead, behind] = rank[pair[0]] <= rank[pair[1]] ? pair : [pair[1], pair[0]];
  const change = React.useMemo(
    () =>
      ranked.length < 2
        ? null
        : swapChange(
            { study, recipe: result.recipe, aggregated: result.stages.aggregated, weights },
            ahead,
            behind,
          ),
    [study, result, weights, ranked, ahead, behind],
  );
  if (!change) return null;
  const units = { ahead: nameOf(result, ahead), behind: nameOf(result, behind) };
  const pick = (label: string, at: 0 | 1) => (
    <ComboBox
      label={label}
      options={options}
      selectedKey={String(at === 0 ? ahead : behind)}
      allowFreeform={false}
      autoComplete="on"
      onChange={(_event, option) =>
        option && setPair(at === 0 ? [Number(option.key), behind] : [ahead, Number(option.key)])
      }
    />
  );
  return (
    <section>
      <h2>{text.swap}</h2>
      <p className="quiet">{text.swapWords}</p>
      {pick(text.ahead, 0)}
      {pick(text.behind, 1)}
      <p role="status">
        {change.node < 0
          ? fill(text.neverSwapped, units)
          : fill(text.swapped, {
              ...units,
              node: study.nodes[change.node].name,
              from: percent(weights[change.node], 1),
              to: percent(weights[change.node] + change.change, 1),
            })}
      </p>
    </section>
  );
}

function nameOf({ study: { units } }: Result, unit: number): string {
  return units[unit].name || units[unit].code;
}
