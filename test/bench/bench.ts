/**
 * What scoring costs, as a ratio to copying the block of values once (the least that any pass over the data costs), so
 * that the figures mean the same on every machine. `npm run bench` prints the table; nothing here passes or fails.
 */
import { xorshift128plus } from "pure-rand/generator/xorshift128plus";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import os from "node:os";
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
  type Node,
  type Recipe,
  type Study,
} from "../../src/engine/index";

/** A study of `units` × `leaves` with a tree of three levels, two group columns and one value in fifty missing. */
function study(units: number, leaves: number): Study {
  const generator = xorshift128plus(1);
  const values = Float64Array.from({ length: units * leaves }, () => {
    const value = uniformFloat64(generator);
    return uniformFloat64(generator) < 0.02 ? NaN : 1 + 99 * value;
  });
  const indicators = Array.from({ length: leaves }, (_, j) => ({
    code: `I${j}`,
    name: `I${j}`,
    measure: "",
    direction: j % 4 === 3 ? ("negative" as const) : ("positive" as const),
    low: 0,
    high: 100,
    idealLow: NaN,
    idealHigh: NaN,
    denominator: "",
    normalisation: null,
    treatment: null,
  }));
  const nodes: Node[] = [];
  const pillars = Math.max(2, Math.round(Math.sqrt(leaves)));
  const add = (name: string, level: number, parent: number, indicator: number): number => {
    const children: number[] = [];
    nodes.push({
      code: name,
      name,
      level,
      parent,
      children,
      weight: 1,
      indicator,
      aggregation: null,
      weighting: null,
    });
    return nodes.length - 1;
  };
  add("Index", 0, -1, -1);
  for (let p = 0; p < pillars; p += 1) {
    const pillar = add(`P${p}`, 1, 0, -1);
    (nodes[0].children as number[]).push(pillar);
    for (let j = p; j < leaves; j += pillars)
      (nodes[pillar].children as number[]).push(add(`I${j}`, 2, pillar, j));
  }
  const group = (name: string, count: number) => ({
    name,
    labels: Array.from({ length: count }, (_, label) => `${name}${label}`),
    of: Int32Array.from({ length: units }, (_, unit) => unit % count),
  });
  return {
    nodes,
    indicators,
    units: Array.from({ length: units }, (_, i) => ({ name: `U${i}`, code: "" })),
    values,
    groups: [group("class", 3), group("region", 7)],
    columns: [],
    judgements: [],
    points: new Float64Array(nodes.length).fill(NaN),
    rules: [],
  };
}

/** The best of several runs, in milliseconds. */
function time(run: () => unknown, times = 5): number {
  let best = Infinity;
  for (let k = 0; k < times; k += 1) {
    const start = process.hrtime.bigint();
    run();
    best = Math.min(best, Number(process.hrtime.bigint() - start) / 1e6);
  }
  return best;
}

const header = ["run", "units", "copy ms", "run ms", "ratio", "growth"];
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

const widths = header.map((_, c) => Math.max(...[header, ...rows].map((row) => row[c].length)));
const line = (row: string[]) =>
  row.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]) : cell.padStart(widths[c]))).join("  ");
console.log(`${os.cpus()[0].model}, ${os.cpus().length} cores, Node ${process.version}`);
console.log([header, ...rows].map(line).join("\n"));
