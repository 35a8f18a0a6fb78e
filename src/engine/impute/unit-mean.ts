import { extent } from "../stats/moments";
import { quantile, sorted } from "../stats/quantile";
import type { Indicator, Study } from "../study";
import { imputer, observedColumns } from "./imputer";

/**
 * The unit's own mean inside the parent: the indicators of one parent are put on 0–1 (min–max, larger is better), a
 * missing one takes the mean of the unit's present siblings there, and is put back on its own scale.
 *
 * Direction counts: a unit that is good elsewhere gets a good value. An indicator with an ideal is put back on the side of
 * it where the indicator's median lies. A sibling without spread tells nothing and is passed over; missing in one, its
 * one value is taken. A unit with no present sibling stays missing, and so does an indicator without any value.
 * Source: Becker et al. (2022), COINr, `Impute` with `impute_by = "row"` and `i_mean`.
 * @example siblings 0–10 and 0–100: a unit with 5 and – gets 50
 */
export const unitMean = imputer({
  key: "unit-mean",
  label: { en: "Unit's mean inside the parent", "zh-CN": "单位在同级指标上的均值" },
  synonyms: ["unit mean", "row mean", "单位均值", "同级均值", "行均值"],
  reference: "Becker et al. (2022), COINr, Impute by row",
  parameters: {},
  impute(block, { study }) {
    const units = study.units.length;
    const observed = observedColumns(block, study);
    for (const members of siblings(study)) {
      const scales = members.map((j) => scaleOf(study.indicators[j], observed[j]));
      for (let i = 0; i < units; i += 1) {
        let sum = 0;
        let n = 0;
        members.forEach((j, c) => {
          const value = observed[j][i];
          if (value !== value || scales[c]?.flat !== false) return;
          sum += scales[c].put(value);
          n += 1;
        });
        members.forEach((j, c) => {
          const scale = scales[c];
          if (observed[j][i] === observed[j][i] || !scale) return;
          if (scale.flat || n > 0) block[j * units + i] = scale.back(sum / n);
        });
      }
    }
  },
});

function siblings({ nodes, indicators }: Study): number[][] {
  if (nodes.length === 0) return [[...indicators.keys()]];
  return nodes.map(({ children }) =>
    children.map((child) => nodes[child].indicator).filter((indicator) => indicator >= 0),
  );
}

interface UnitScale {
  readonly flat: boolean;
  /** From the indicator to 0–1, larger is better, and back. */
  put(value: number): number;
  back(score: number): number;
}

/** Null for an indicator without values. */
function scaleOf({ direction, idealLow, idealHigh }: Indicator, column: Float64Array): UnitScale | null {
  const { min, max } = extent(column);
  if (min !== min) return null;
  if (min === max) return { flat: true, put: () => 0.5, back: () => min };
  if (direction === "positive" || direction === "negative") {
    const [worst, best] = direction === "positive" ? [min, max] : [max, min];
    return {
      flat: false,
      put: (value) => (value - worst) / (best - worst),
      back: (score) => worst + score * (best - worst),
    };
  }
  const from = idealLow;
  const to = direction === "ideal" ? idealLow : idealHigh;
  const off = (value: number) => Math.max(from - value, value - to, 0);
  const { min: least, max: most } = extent(column.map(off));
  if (least === most) return { flat: true, put: () => 0.5, back: () => quantile(sorted(column), 0.5) };
  const above = quantile(sorted(column), 0.5) > (from + to) / 2;
  return {
    flat: false,
    put: (value) => (most - off(value)) / (most - least),
    back: (score) => {
      const distance = most - score * (most - least);
      return above ? to + distance : from - distance;
    },
  };
}
