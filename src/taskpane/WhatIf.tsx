import * as React from "react";
import { shiftOf, whatIf, withWeight, type Result } from "../engine/index";
import { writeNodeWeights } from "../workbook/read/node-weights";
import { DefaultButton, PrimaryButton } from "./ui/button";
import { useWords } from "./words";

export interface WhatIfProps {
  readonly result: Result;
  /** True when the Settings sheet gives the first-level weights. */
  readonly overridden: boolean;
  readonly busy: boolean;
  /** Writes weights as the Settings sheet has them; blank takes them back. */
  readonly onWrite: (weights: string) => void;
}

const leading = 5;

/** Sliders on the first level: ranks and tiers follow while they move. Nothing is written before the button is pressed. */
export function WhatIf({ result, overridden, busy, onWrite }: WhatIfProps): JSX.Element | null {
  const words = useWords();
  const { robustness, percent } = words;
  const text = robustness.pane;
  const model = React.useMemo(() => whatIf(result), [result]);
  const [weights, setWeights] = React.useState(model.weights);
  React.useEffect(() => setWeights(model.weights), [model]);
  if (model.nodes.length < 2) return null;
  const moved = weights.some((weight, k) => Math.abs(weight - model.weights[k]) > 1e-9);
  const { nodes } = result.study;
  const written = () =>
    writeNodeWeights(Object.fromEntries(model.nodes.map((node, k) => [nodes[node].name, weights[k]])));
  return (
    <section>
      <h2>{text.whatIf}</h2>
      <p className="quiet">{text.whatIfWords}</p>
      {model.nodes.map((node, k) => (
        <label key={node} className="slider">
          <span className="name">{nodes[node].name}</span>
          <span className="figure">{percent(weights[k], 1)}</span>
          <input
            type="range"
            min={0}
            max={100}
            step={0.5}
            disabled={busy}
            value={weights[k] * 100}
            aria-valuetext={percent(weights[k], 1)}
            onChange={(event) => setWeights(withWeight(weights, k, Number(event.target.value) / 100))}
          />
        </label>
      ))}
      {moved && <Follow result={result} model={model} weights={weights} />}
      <div className="row buttons">
        <PrimaryButton text={text.write} disabled={busy || !moved} onClick={() => onWrite(written())} />
        <DefaultButton
          text={text.reset}
          disabled={busy || !moved}
          onClick={() => setWeights(model.weights)}
        />
      </div>
      {moved && <p className="quiet">{text.written}</p>}
      {overridden && (
        <p className="quiet">
          {text.overridden}{" "}
          <button type="button" className="link" disabled={busy} onClick={() => onWrite("")}>
            {text.dropOverride}
          </button>
        </p>
      )}
    </section>
  );
}

/** What the weights in hand do to ranks and tiers. */
function Follow({
  result,
  model,
  weights,
}: {
  readonly result: Result;
  readonly model: ReturnType<typeof whatIf>;
  readonly weights: Float64Array;
}): JSX.Element {
  const { robustness, fill, number } = useWords();
  const text = robustness.pane;
  model.weigh(weights);
  const { order, ranks, scores, tierOf } = model;
  const { mean, largest, unit } = shiftOf(result.rank, ranks, result.order);
  const changed = ranks.reduce((count, rank, i) => count + (rank !== result.rank[i] ? 1 : 0), 0);
  const count = (tiers: Int32Array, tier: number) =>
    tiers.reduce((sum, each) => sum + (each === tier ? 1 : 0), 0);
  const signed = (value: number) =>
    value > 0 ? `+${number(value)}` : value < 0 ? `−${number(-value)}` : "±0";
  return (
    <div className="follow">
      <p>
        {changed === 0
          ? text.unmoved
          : fill(text.moved, {
              count: number(changed),
              mean: number(mean, 1),
              largest: number(largest),
              unit: result.study.units[unit]?.name ?? "",
            })}
      </p>
      <p className="quiet">
        {result.tierLabels
          .map((tier, t) =>
            fill(text.tiersNow, {
              tier,
              count: number(count(tierOf, t)),
              change: signed(count(tierOf, t) - count(result.tierOf, t)),
            }),
          )
          .join(" · ")}
      </p>
      <table className="figures">
        <caption className="unseen">{text.top}</caption>
        <tbody>
          {Array.from(order.subarray(0, leading), (i) => (
            <tr key={i}>
              <th scope="row">
                {ranks[i]} {result.study.units[i].name || result.study.units[i].code}
              </th>
              <td>{number(scores[i], result.recipe.decimals)}</td>
              <td>{signed(result.rank[i] - ranks[i])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
