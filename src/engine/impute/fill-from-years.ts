import { issue } from "../../base/issue";
import type { Parameters } from "../method";
import type { ImputeSettings } from "./imputer";

/** One unit's observations of one indicator around a missing year: the nearest before and after, NaN for none. */
export interface Neighbours {
  readonly time: number;
  readonly before: number;
  readonly beforeTime: number;
  readonly after: number;
  readonly afterTime: number;
}

/**
 * Fills each missing cell from the same unit's other years; NaN leaves it missing. Without other years nothing is filled,
 * with a warning. Observed values count, never filled ones.
 */
export function fillFromYears<P extends Parameters>(
  block: Float64Array,
  { series, issues }: ImputeSettings<P>,
  estimate: (neighbours: Neighbours) => number,
): void {
  if (!series || series.times.length < 2) {
    issues.push(issue("warning", "impute.no-years", {}, { setting: "imputation" }));
    return;
  }
  const { times, blocks, at } = series;
  for (let cell = 0; cell < block.length; cell += 1) {
    if (block[cell] === block[cell]) continue;
    let earlier = at - 1;
    while (earlier >= 0 && Number.isNaN(blocks[earlier][cell])) earlier -= 1;
    let later = at + 1;
    while (later < times.length && Number.isNaN(blocks[later][cell])) later += 1;
    block[cell] = estimate({
      time: times[at],
      before: earlier >= 0 ? blocks[earlier][cell] : NaN,
      beforeTime: times[earlier] ?? NaN,
      after: later < times.length ? blocks[later][cell] : NaN,
      afterTime: times[later] ?? NaN,
    });
  }
}

/** On the straight line between both observations; NaN where one is missing. */
export function between({ time, before, beforeTime, after, afterTime }: Neighbours): number {
  const share = (time - beforeTime) / (afterTime - beforeTime);
  // Not before + share·(after − before), which overflows between 1e308 and −1e308.
  return before * (1 - share) + after * share;
}
