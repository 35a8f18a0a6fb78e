import { choose, defaultRecipe, indicatorStatistics, score } from "../../../src/engine/index";
import { asemStudy } from "../../oracles/asem";
import { number, oracle } from "../../oracles/csv";
import { expectNear } from "../../oracles/near";

test("COINr's statistics of every raw ASEM indicator", () => {
  const study = asemStudy();
  const statistics = indicatorStatistics(
    score(study, { ...defaultRecipe, availability: 0, imputation: choose("mean") }),
  );
  const expected = new Map(oracle("02_get_stats_raw.csv").map((row) => [row.iCode, row]));
  study.indicators.forEach(({ code }, j) => {
    const row = expected.get(code)!;
    const found = statistics[j];
    expectNear(found.min, number(row.Min), `${code} min`);
    expectNear(found.max, number(row.Max), `${code} max`);
    expectNear(found.mean, number(row.Mean), `${code} mean`);
    expectNear(found.median, number(row.Median), `${code} median`);
    expectNear(found.sd, number(row.Std), `${code} sd`);
    expectNear(found.skewness, number(row.Skew), `${code} skewness`);
    expectNear(found.kurtosis, number(row.Kurt), `${code} kurtosis`);
    expect([code, found.n]).toEqual([code, number(row["N.Avail"])]);
    expect(found.n + found.imputed).toBe(study.units.length);
  });
});
