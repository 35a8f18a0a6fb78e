import { issue, type Issue } from "../base/issue";
import { rowOf, type Study } from "./study";

/**
 * Divides each indicator that names a denominator by that column, unit by unit.
 *
 * A value whose denominator is missing or zero becomes missing, with an issue at the denominator's cell. Returns the
 * study's own block when nothing is divided. METHODS: COINr `Denominate`.
 */
export function denominate(study: Study, issues: Issue[]): Float64Array {
  if (study.indicators.every((indicator) => indicator.denominator === "")) return study.values;
  const units = study.units.length;
  const block = study.values.slice();
  // Several indicators may share a denominator: its cell is named once.
  const named = new Set<string>();
  study.indicators.forEach((indicator, j) => {
    if (indicator.denominator === "") return;
    const column = study.columns.find((each) => each.name === indicator.denominator);
    if (!column) {
      issues.push(
        issue(
          "error",
          "denominate.unknown-column",
          { column: indicator.denominator, indicator: indicator.name },
          { indicator: j },
        ),
      );
      return;
    }
    const values = rowOf(block, j, units);
    for (let i = 0; i < units; i += 1) {
      const by = column.values[i];
      if (by !== 0 && by === by) {
        values[i] /= by;
      } else if (values[i] === values[i]) {
        values[i] = NaN;
        const cell = `${i} ${column.name}`;
        if (named.has(cell)) continue;
        named.add(cell);
        issues.push(
          issue(
            "warning",
            "denominate.unusable",
            { unit: study.units[i].name, column: column.name, found: by === 0 ? "0" : "–" },
            { unit: i, column: column.name },
          ),
        );
      }
    }
  });
  return block;
}
