import { issue, type Issue } from "../base/issue";
import { direct } from "./direct";
import { findMethod, parameterValues } from "./method";
import { normalisers } from "./normalise/index";
import type { Recipe } from "./recipe";
import { extent } from "./stats/moments";
import { rowOf, type Indicator, type Study, type Unit } from "./study";
import type { Treated } from "./treat/run";

/**
 * Turns every indicator of a treated block so that larger is better and normalises it, by its own method, else the
 * recipe's, fitted to the reference (the block itself, or other units' values). `rowFor` gives where an indicator's scores
 * go.
 */
export function normalise(
  study: Study,
  recipe: Recipe,
  { block, reference }: Treated,
  referenceUnits: readonly Unit[],
  rowFor: (indicator: number) => Float64Array,
  issues: Issue[],
): void {
  const units = study.units.length;
  const turned = new Float64Array(units);
  const turnedReference = reference === block ? turned : new Float64Array(referenceUnits.length);
  study.indicators.forEach((indicator, j) => {
    const choice = indicator.normalisation ?? recipe.normalisation;
    const method = findMethod(normalisers, choice);
    const column = rowOf(block, j, units);
    const fitColumn = reference === block ? column : rowOf(reference, j, referenceUnits.length);
    const anchored = reference === block ? indicator : withReach(indicator, fitColumn, column);
    const { directed, goalposts } = direct(column, anchored, turned);
    const fitDirected =
      reference === block ? directed : direct(fitColumn, anchored, turnedReference).directed;
    const fitted = method.fit(method.takesMeasured ? fitColumn : fitDirected, {
      goalposts,
      target: goalposts.high,
      unitIndex: (name) => referenceUnits.findIndex((unit) => unit.code === name || unit.name === name),
      bands: study.rules.find((rule) => rule.indicator === j)?.bands ?? [],
      scale: recipe.scale,
      parameters: parameterValues(method, choice),
    });
    fitted(method.takesMeasured ? column : directed, rowFor(j));

    const constant = constantOf(fitColumn);
    if (
      constant === constant &&
      referenceUnits.length > 1 &&
      !(method.needsGoalposts && goalposts.low < goalposts.high)
    ) {
      issues.push(
        issue(
          "warning",
          "normalise.no-spread",
          { indicator: indicator.name, value: constant },
          { indicator: j },
        ),
      );
    }
    if (method.needsGoalposts) noteGoalposts(study, j, column, issues);
  });
}

/** The one value that all present ones are; NaN where they differ, or there is none. Ends at the first that differs. */
function constantOf(column: Float64Array): number {
  let first = NaN;
  for (let i = 0; i < column.length; i += 1) {
    if (column[i] !== column[i]) continue;
    if (first !== first) first = column[i];
    else if (column[i] !== first) return NaN;
  }
  return first;
}

/**
 * An indicator with an ideal is measured by how far values are from it. On another year's scale that reach is the other
 * year's; where all of its values are ideal, that of both together.
 */
function withReach(indicator: Indicator, reference: Float64Array, column: Float64Array): Indicator {
  if (indicator.direction === "positive" || indicator.direction === "negative") return indicator;
  const { min, max } = extent(reference);
  const to = indicator.direction === "ideal" ? indicator.idealLow : indicator.idealHigh;
  const all = min >= indicator.idealLow && max <= to ? extent([...reference, ...column]) : { min, max };
  return {
    ...indicator,
    low: Number.isNaN(indicator.low) ? all.min : indicator.low,
    high: Number.isNaN(indicator.high) ? all.max : indicator.high,
  };
}

function noteGoalposts(study: Study, j: number, column: Float64Array, issues: Issue[]): void {
  const { name, low, high, direction } = study.indicators[j];
  if (direction === "positive" || direction === "negative") {
    if (Number.isNaN(low) || Number.isNaN(high)) {
      issues.push(issue("warning", "goalposts.absent", { indicator: name }, { indicator: j }));
    }
  }
  let outside = 0;
  for (let i = 0; i < column.length; i += 1) if (column[i] < low || column[i] > high) outside += 1;
  if (outside > 0) {
    issues.push(
      issue("note", "goalposts.outside", { indicator: name, count: outside, low, high }, { indicator: j }),
    );
  }
}
