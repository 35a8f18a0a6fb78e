import type { Issue } from "../../../src/base/issue";
import type { Study } from "../../../src/engine/index";
import type { Imputer } from "../../../src/engine/impute/imputer";
import { parametersOf } from "../run-method";

/** Fills one column of units that stand in groups named by letters. */
export function impute(
  method: Imputer<never>,
  column: number[],
  groups = "",
): { filled: number[]; issues: Issue[] } {
  const labels = [...new Set(groups)];
  const block = Float64Array.from(column);
  const issues: Issue[] = [];
  const study = {
    indicators: [{ name: "I" }],
    units: column.map((_, i) => ({ name: `U${i}`, code: "" })),
    groups: groups
      ? [{ name: "g", labels, of: Int32Array.from(groups, (label) => labels.indexOf(label)) }]
      : [],
  } as unknown as Study;
  method.impute(block, { study, issues, parameters: parametersOf(method as never) });
  return { filled: [...block], issues };
}
