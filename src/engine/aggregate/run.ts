import { issue, type Issue } from "../../base/issue";
import { findMethod, parameterValues, type MethodChoice } from "../method";
import type { Domain, Scale } from "./aggregator";
import { aggregators } from "./index";

/** What an issue calls things, and is about. */
export interface AggregatedNode {
  readonly node: number;
  readonly name: string;
  readonly unitName: (unit: number) => string;
}

/** Makes one node's scores from its children's columns, again and again with other weights. */
export type NodeAggregator = (weights: Float64Array, issues: Issue[]) => void;

/**
 * Writes a node's scores, made from its children's `columns` by the chosen method, to `out`. Units `left` out (too few of
 * their indicators are there) get NaN, and so, with one issue that names them, do units with a counting child outside the
 * method's domain: never a number that the method's own text does not define. Neither are anyone's peers where a method
 * compares units.
 */
export function nodeAggregator(
  choice: MethodChoice,
  columns: readonly Float64Array[],
  out: Float64Array,
  scale: Scale,
  left: readonly number[],
  about: AggregatedNode,
): NodeAggregator {
  const method = findMethod(aggregators, choice);
  const parameters = parameterValues(method, choice);
  const domain = method.domain(parameters);
  return (weights, issues) => {
    // Where everything below was left out, there is nothing to make a score of.
    if (weights.every((weight) => weight === 0)) {
      out.fill(NaN);
      return;
    }
    const refused = domain === "any" ? none : outside(domain, columns, weights, scale);
    const compares = !method.keeps.between && (left.length > 0 || refused.length > 0);
    method.aggregate(
      compares ? blanked(columns, [...left, ...refused]) : columns,
      weights,
      out,
      parameters,
      scale,
    );
    for (let i = 0; i < left.length; i += 1) out[left[i]] = NaN;
    if (refused.length === 0) return;
    for (const unit of refused) out[unit] = NaN;
    issues.push(refusal(domain, method.key, refused, scale, about));
  };
}

const none: readonly number[] = [];

function blanked(columns: readonly Float64Array[], units: readonly number[]): Float64Array[] {
  return columns.map((column) => {
    const copy = column.slice();
    for (const unit of units) copy[unit] = NaN;
    return copy;
  });
}

/** Units that have a counting child outside the domain, in order. A missing child is not outside. */
function outside(
  domain: Domain,
  columns: readonly Float64Array[],
  weights: Float64Array,
  [low, high]: Scale,
): readonly number[] {
  // As a hair over the top of the scale comes from rounding, not from the user.
  const slack = domain === "scale" ? 1e-9 * (high - low) : 0;
  const least = domain === "scale" ? low - slack : 0;
  const most = domain === "scale" ? high + slack : Infinity;
  let found: Set<number> | null = null;
  for (let child = 0; child < columns.length; child += 1) {
    if (weights[child] === 0) continue;
    const column = columns[child];
    for (let i = 0; i < column.length; i += 1) {
      const value = column[i];
      if (value < least || value > most || (value === 0 && domain === "positive"))
        (found ??= new Set()).add(i);
    }
  }
  return found ? [...found].sort((a, b) => a - b) : none;
}

function refusal(
  domain: Domain,
  method: string,
  refused: readonly number[],
  [low, high]: Scale,
  { node, name, unitName }: AggregatedNode,
): Issue {
  const shown = refused.slice(0, 5).map(unitName);
  const units = shown.join(", ") + (refused.length > 5 ? ", …" : "");
  const params = { method, node: name, units, count: refused.length };
  if (domain === "positive") return issue("error", "aggregate.not-positive", params, { node });
  if (domain === "not-negative") return issue("error", "aggregate.negative", params, { node });
  return issue("error", "aggregate.outside-scale", { ...params, low, high }, { node });
}
