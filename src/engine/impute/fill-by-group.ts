import { issue } from "../../base/issue";
import { rowOf, type GroupColumn, type Study } from "../study";
import type { ImputeSettings } from "./imputer";

export const groupParameter = {
  group: {
    kind: "column",
    label: { en: "Group column", "zh-CN": "分组列" },
    fallback: "",
  },
} as const;

/**
 * Fills missing values with a statistic of the unit's group. Where the group has no value (or the unit no group), the
 * next coarser group column is asked, that is the next of the study's columns in order with fewer groups than the one
 * asked before; in the end all units. Each value that does not come from the unit's own group is noted.
 *
 * Without a named column the study's first group column is used; without any, all units are one group.
 */
export function fillByGroup(
  statistic: (column: Float64Array) => number,
): (block: Float64Array, settings: ImputeSettings<typeof groupParameter>) => void {
  return (block, { study, parameters, issues }) => {
    const units = study.units.length;
    const chain = coarsening(study, parameters.group);
    for (let j = 0; j < study.indicators.length; j += 1) {
      const column = rowOf(block, j, units);
      const before = column.slice();
      const overall = statistic(before);
      if (overall !== overall) continue;
      const known = chain.map(() => new Map<number, number>());
      const valueIn = (step: number, label: number) => {
        let value = known[step].get(label);
        if (value === undefined) {
          value = label < 0 ? NaN : statistic(before.filter((_, i) => chain[step].of[i] === label));
          known[step].set(label, value);
        }
        return value;
      };
      for (let i = 0; i < units; i += 1) {
        if (before[i] === before[i]) continue;
        const step = chain.findIndex((groups, each) => !Number.isNaN(valueIn(each, groups.of[i])));
        column[i] = step < 0 ? overall : valueIn(step, chain[step].of[i]);
        if (step === 0 || chain.length === 0) continue;
        const names = { unit: study.units[i].name, indicator: study.indicators[j].name };
        const about = { unit: i, indicator: j };
        if (step < 0) issues.push(issue("note", "impute.group-empty", names, about));
        else {
          const { name, labels, of } = chain[step];
          const params = { ...names, column: name, label: labels[of[i]] };
          issues.push(issue("note", "impute.coarser-group", params, about));
        }
      }
    }
  };
}

/** The column named (else the first), then each next one in order that has fewer groups than the one before. */
function coarsening({ groups }: Study, name: string): GroupColumn[] {
  const first = groups.find((each) => each.name === name) ?? groups[0];
  if (!first) return [];
  const chain = [first];
  for (const each of groups) {
    if (each !== first && each.labels.length < chain[chain.length - 1].labels.length) chain.push(each);
  }
  return chain;
}
