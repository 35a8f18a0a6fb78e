import { issue } from "../../base/issue";
import { rowOf } from "../study";
import type { ImputeSettings } from "./imputer";

export const groupParameter = {
  group: {
    kind: "column",
    label: { en: "Group column", "zh-CN": "分组列" },
    fallback: "",
  },
} as const;

/**
 * Fills missing values with a statistic of the unit's group; where the group has no value, of all units, with a note.
 * Without a named column the study's first group column is used; without any, all units are one group.
 */
export function fillByGroup(
  statistic: (column: Float64Array) => number,
): (block: Float64Array, settings: ImputeSettings<typeof groupParameter>) => void {
  return (block, { study, parameters, issues }) => {
    const units = study.units.length;
    const groups = study.groups.find((each) => each.name === parameters.group) ?? study.groups[0];
    for (let j = 0; j < study.indicators.length; j += 1) {
      const column = rowOf(block, j, units);
      const before = column.slice();
      const overall = statistic(before);
      const known = new Map<number, number>();
      for (let i = 0; i < units; i += 1) {
        if (before[i] === before[i]) continue;
        const group = groups?.of[i] ?? -1;
        let value = known.get(group);
        if (value === undefined) {
          value = group < 0 ? NaN : statistic(before.filter((_, k) => groups.of[k] === group));
          known.set(group, value);
        }
        if (value !== value && overall === overall) {
          issues.push(
            issue(
              "note",
              "impute.group-empty",
              { unit: study.units[i].name, indicator: study.indicators[j].name },
              { unit: i, indicator: j },
            ),
          );
          value = overall;
        }
        column[i] = value;
      }
    }
  };
}
