/** scipy 1.10.1: moments, type-7 quantiles, ranks, correlations on tied data; R classInt: quantile classes. */
import { tierings } from "../../src/engine/index";
import { pearson, spearman } from "../../src/engine/stats/correlation";
import { kurtosis, skewness } from "../../src/engine/stats/moments";
import { quantile, sorted } from "../../src/engine/stats/quantile";
import { ascendingRanks } from "../../src/engine/stats/rank";
import { json } from "./csv";
import { expectNear } from "./near";

const column = (matrix: number[][], j: number) => Float64Array.from(matrix, (row) => row[j]);

test("skewness, kurtosis, quantiles and ranks", () => {
  const { input, output } = json("moments_quantiles_scipy.json") as unknown as {
    input: { matrix: number[][] };
    output: Record<string, never>;
  };
  const quantiles = output.quantile7 as Record<string, number[]>;
  for (let j = 0; j < input.matrix[0].length; j += 1) {
    const values = column(input.matrix, j);
    expectNear(skewness(values), output.skew[j], `skewness ${j}`);
    expectNear(kurtosis(values), output.kurtosis[j], `kurtosis ${j}`);
    for (const p of Object.keys(quantiles)) {
      expectNear(quantile(sorted(values), Number(p)), quantiles[p][j], `quantile ${p} of ${j}`);
    }
  }
  for (let j = 0; j < 3; j += 1) {
    for (const ties of ["min", "average", "max"] as const) {
      expect([...ascendingRanks(column(input.matrix, j), ties)]).toEqual(output[`rank_${ties}`][j]);
    }
  }
});

test("Pearson and Spearman with ties", () => {
  const { input, output } = json("correlation_scipy.json") as unknown as {
    input: { matrix: number[][] };
    output: Record<string, { pearson: number[]; spearman: number[] }>;
  };
  for (const [pair, expected] of Object.entries(output)) {
    const [a, b] = pair.split(",").map((j) => column(input.matrix, Number(j)));
    expectNear(pearson(a, b), expected.pearson[0], `Pearson ${pair}`);
    expectNear(spearman(a, b), expected.spearman[0], `Spearman ${pair}`);
  }
});

test("quantile tiers cut where classInt breaks", () => {
  const { input, output } = json("classes_classInt.json") as unknown as {
    input: Record<string, number[]>;
    output: Record<string, Record<string, { breaks: number[] }>>;
  };
  const quantiles = tierings.find((method) => method.key === "quantiles")!;
  let compared = 0;
  for (const [name, values] of Object.entries(input)) {
    for (const [style, { breaks }] of Object.entries(output[name] ?? {})) {
      const number = /^quantile(\d+)$/.exec(style)?.[1];
      if (!number) continue;
      const cuts = quantiles.cuts(sorted(Float64Array.from(values)), { number: Number(number) } as never);
      const expected = [...new Set(breaks.slice(1, -1))].reverse();
      cuts.forEach((cut, i) => expectNear(cut, expected[i], `${name} ${style} ${i}`));
      compared += 1;
    }
  }
  expect(compared).toBeGreaterThan(2);
});
