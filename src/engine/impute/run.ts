import type { Issue } from "../../base/issue";
import { findMethod, parameterValues } from "../method";
import type { Recipe } from "../recipe";
import { count } from "../stats/moments";
import type { Study } from "../study";
import type { Series } from "./imputer";
import { imputers } from "./index";

/**
 * Fills the missing values of a block (indicators × units) by the recipe's method, into a new block; one that lacks
 * nothing, or is not to be filled, is handed back. `series` holds the other years of a panel.
 */
export function impute(
  study: Study,
  recipe: Recipe,
  block: Float64Array,
  issues: Issue[],
  series?: Series,
): Float64Array {
  const method = findMethod(imputers, recipe.imputation);
  if (method.key === "none" || count(block) === block.length) return block;
  const filled = block.slice();
  method.impute(filled, { study, issues, series, parameters: parameterValues(method, recipe.imputation) });
  return filled;
}
