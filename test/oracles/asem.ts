import {
  choose,
  defaultRecipe,
  type Indicator,
  type Node,
  type Recipe,
  type Study,
} from "../../src/engine/index";
import { number, oracle } from "./csv";
import { expectNear } from "./near";

const meta = oracle("00_iMeta.csv");
const data = oracle("00_iData.csv");

/** The ASEM index as COINr's example has it: three levels of 49 indicators, units in the order of the data. */
export function asemStudy(
  change: (indicator: Indicator, row: Record<string, string>) => Partial<Indicator> = () => ({}),
  weights: ReadonlyMap<string, number> = new Map(),
  denominators = false,
): Study {
  const indicators: Indicator[] = [];
  const nodes: Node[] = [];
  const add = (row: Record<string, string>, parent: number, level: number): number => {
    const k = nodes.length;
    const children: number[] = [];
    const own = meta.filter(
      (each) => each.Parent === row.iCode && ["Indicator", "Aggregate"].includes(each.Type),
    );
    nodes.push({
      code: row.iCode,
      name: row.iName,
      level,
      parent,
      children,
      weight: weights.get(row.iCode) ?? number(row.Weight),
      indicator: own.length === 0 ? indicators.length : -1,
      aggregation: null,
      weighting: null,
    });
    if (own.length === 0) {
      const indicator: Indicator = {
        code: row.iCode,
        name: row.iName,
        measure: row.Unit,
        direction: row.Direction === "-1" ? "negative" : "positive",
        low: NaN,
        high: NaN,
        idealLow: NaN,
        idealHigh: NaN,
        denominator: denominators ? row.Denominator : "",
        normalisation: null,
        treatment: null,
      };
      indicators.push({ ...indicator, ...change(indicator, row) });
    }
    for (const child of own) children.push(add(child, k, level + 1));
    return k;
  };
  add(
    meta.find((row) => row.iCode === "Index")!,
    -1,
    0,
  );
  return {
    nodes,
    indicators,
    units: data.map((row) => ({ code: row.uCode, name: row.uName })),
    values: blockOf(indicators, data),
    groups: ["GDP_group", "EurAsia_group"].map((name) => {
      const labels = [...new Set(data.map((row) => row[name]))];
      return { name, labels, of: Int32Array.from(data, (row) => labels.indexOf(row[name])) };
    }),
    columns: ["Area", "Energy", "GDP", "Population"].map((name) => ({
      name,
      values: Float64Array.from(data, (row) => number(row[name])),
    })),
    judgements: [],
    points: new Float64Array(nodes.length).fill(NaN),
    rules: [],
  };
}

function blockOf(indicators: readonly Indicator[], rows: readonly Record<string, string>[]): Float64Array {
  const block = new Float64Array(indicators.length * data.length);
  const byCode = new Map(rows.map((row) => [row.uCode, row]));
  indicators.forEach((indicator, j) =>
    data.forEach((unit, i) => (block[j * data.length + i] = number(byCode.get(unit.uCode)![indicator.code]))),
  );
  return block;
}

/** The study with another block of values, matched by code. */
export function withValues(study: Study, file: string): Study {
  return { ...study, values: blockOf(study.indicators, oracle(file)) };
}

export function recipe(changes: Partial<Recipe>): Recipe {
  return { ...defaultRecipe, availability: 0, normalisation: choose("min-max"), ...changes };
}

/** Compares a block (indicators × units) with a file, by code. */
export function expectBlock(study: Study, block: Float64Array, file: string, tolerance = 1e-9): void {
  const expected = blockOf(study.indicators, oracle(file));
  const n = study.units.length;
  expected.forEach((value, cell) => {
    const what = `${study.indicators[Math.floor(cell / n)].code} of ${study.units[cell % n].code}`;
    expectNear(block[cell], value, what, tolerance);
  });
}

/** Compares every node's scores (nodes × units) with a file, by code. */
export function expectNodes(study: Study, aggregated: Float64Array, file: string, tolerance = 1e-9): void {
  const byCode = new Map(oracle(file).map((row) => [row.uCode, row]));
  const n = study.units.length;
  study.nodes.forEach((node, k) =>
    study.units.forEach((unit, i) => {
      const expected = number(byCode.get(unit.code)![node.code]);
      expectNear(aggregated[k * n + i], expected, `${node.code} of ${unit.code}`, tolerance);
    }),
  );
}
