import { issue, type Issue } from "../../base/issue";
import { findMethod, parameterValues, type MethodChoice } from "../method";
import type { Recipe } from "../recipe";
import { kurtosis, skewness } from "../stats/moments";
import { rowOf, type Study } from "../study";
import { treatments } from "./index";
import { limits, passes } from "./treatment";

/** A treated block, and the reference block treated alike; the same one where the block is its own reference. */
export interface Treated {
  readonly block: Float64Array;
  readonly reference: Float64Array;
}

/**
 * Treats every indicator of a block (indicators × units) by its own method, else the recipe's, fitted to the `reference`
 * (indicators × any number of units; the block itself when it is its own measure). An indicator that still fails the test
 * of skewness and kurtosis afterwards is named. Blocks that nothing treats are handed back as they are.
 */
export function treat(
  study: Study,
  recipe: Recipe,
  block: Float64Array,
  reference: Float64Array,
  issues: Issue[],
): Treated {
  const choices = study.indicators.map((indicator) => indicator.treatment ?? recipe.treatment);
  if (choices.every((choice) => choice.key === "none")) return { block, reference };
  const treated = block.slice();
  const treatedReference = reference === block ? treated : reference.slice();
  const units = study.units.length;
  const referenceUnits = reference.length / study.indicators.length;
  choices.forEach((choice, j) => {
    if (choice.key === "none") return;
    const method = findMethod(treatments, choice);
    const tame = method.fit(rowOf(reference, j, referenceUnits), parameterValues(method, choice));
    const column = rowOf(treated, j, units);
    tame(column);
    if (treatedReference !== treated) tame(rowOf(treatedReference, j, referenceUnits));
    noteStillSkewed(study, j, choice, rowOf(treatedReference, j, referenceUnits), issues);
  });
  return { block: treated, reference: treatedReference };
}

function noteStillSkewed(
  study: Study,
  j: number,
  { parameters }: MethodChoice,
  column: Float64Array,
  issues: Issue[],
): void {
  const skew = Number(parameters.skew ?? limits.skew.fallback);
  const kurt = Number(parameters.kurt ?? limits.kurt.fallback);
  if (passes(column, skew, kurt)) return;
  const round = (value: number) => Math.round(value * 100) / 100;
  issues.push(
    issue(
      "warning",
      "treat.still-skewed",
      {
        indicator: study.indicators[j].name,
        skewness: round(skewness(column)),
        kurtosis: round(kurtosis(column)),
      },
      { indicator: j },
    ),
  );
}
