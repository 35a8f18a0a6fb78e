import {
  aggregators,
  choose,
  defaultRecipe,
  diagnose,
  imputers,
  normalisers,
  score,
  tierings,
  treatments,
  weighters,
  type Recipe,
  type Study,
} from "../../src/engine/index";
import { time } from "./measure";
import { study } from "./study";

export const methodHeader = ["run", "units", "copy ms", "run ms", "ratio", "growth"];

/** Everything at 680 × 27, then every method at 10,000 × 100, as a ratio to copying the block of values. */
export function methodSpeed(): string[][] {
  const rows: string[][] = [];
  function report(what: string, units: number, copy: number, cost: number, growth = NaN): void {
    rows.push([
      what,
      units.toLocaleString("en"),
      copy.toFixed(3),
      cost.toFixed(2),
      (cost / copy).toFixed(0),
      Number.isNaN(growth) ? "" : growth.toFixed(1),
    ]);
  }
  const copyOf = ({ values }: Study) => time(() => values.slice(), 20);

  const everything = { ...defaultRecipe, availability: 0 };
  const city = study(680, 27);
  report(
    "680 × 27, everything",
    680,
    copyOf(city),
    time(() => score(city, everything), 20),
  );

  const small = study(1000, 100);
  const middle = study(2000, 100);
  const large = study(10000, 100);
  const copies = new Map([small, middle, large].map((each) => [each, copyOf(each)]));

  /**
   * One thing at 10,000 × 100; where that would take too long (Copeland meets every unit with every other, neighbours are
   * looked for among all), at 1,000 × 100. `growth` is the power of the units that the cost grows by, from 1,000 to 2,000.
   */
  function measure(what: string, run: (data: Study) => unknown): void {
    const first = time(() => run(small), 2);
    const growth = first > 2 ? Math.log2(time(() => run(middle), 2) / first) : NaN;
    const tooLong = first > 300;
    const data = tooLong ? small : large;
    report(what, data.units.length, copies.get(data)!, tooLong ? first : time(() => run(data), 2), growth);
  }

  measure("everything", (data) => score(data, everything));
  const plain = { ...everything, groups: [] };
  measure("nothing but the index", (data) => score(data, plain));
  const one = choose("min-max", { lower: 1, upper: 100 });
  const variants: [string, Partial<Recipe>][] = [
    ...imputers.map((each): [string, Partial<Recipe>] => [
      `impute ${each.key}`,
      { imputation: choose(each.key) },
    ]),
    ...treatments.map((each): [string, Partial<Recipe>] => [
      `treat ${each.key}`,
      { treatment: choose(each.key) },
    ]),
    ...normalisers.map((each): [string, Partial<Recipe>] => [
      `normalise ${each.key}`,
      { normalisation: choose(each.key) },
    ]),
    ...weighters.map((each): [string, Partial<Recipe>] => [
      `weigh ${each.key}`,
      { weights: { general: choose(each.key), levels: {} } },
    ]),
    ...aggregators.map((each): [string, Partial<Recipe>] => [
      `aggregate ${each.key}`,
      { normalisation: one, aggregation: { general: choose(each.key), levels: {} } },
    ]),
    ...tierings.map((each): [string, Partial<Recipe>] => [`tiers ${each.key}`, { tiers: choose(each.key) }]),
  ];
  for (const [what, change] of variants) measure(what, (data) => score(data, { ...plain, ...change }));
  const results = new Map([small, middle, large].map((data) => [data, score(data, everything)]));
  measure("diagnose", (data) => diagnose(results.get(data)!));

  return rows;
}
