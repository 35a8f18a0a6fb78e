/** COINr 1.1.14 on a made-up 680 × 27 study of four levels (bench_680x27_*). */
import { choose, score, type Indicator, type Node, type Study } from "../../src/engine/index";
import { number, oracle } from "./csv";
import { expectNodes, recipe } from "./asem";

test("680 units, 27 indicators, every node", () => {
  const meta = oracle("bench_680x27_iMeta.csv");
  const data = oracle("bench_680x27_iData.csv");
  const indicators: Indicator[] = [];
  const nodes: Node[] = [];
  const add = (row: Record<string, string>, parent: number, level: number): number => {
    const k = nodes.length;
    const children: number[] = [];
    const isLeaf = row.Type === "Indicator";
    nodes.push({ code: row.iCode, name: row.iCode, level, parent, children, weight: number(row.Weight), indicator: isLeaf ? indicators.length : -1, aggregation: null, weighting: null }); // prettier-ignore
    if (isLeaf) {
      const direction = row.Direction === "-1" ? "negative" : "positive";
      indicators.push({ code: row.iCode, name: row.iCode, measure: "", direction, low: NaN, high: NaN, idealLow: NaN, idealHigh: NaN, denominator: "", normalisation: null, treatment: null }); // prettier-ignore
    }
    for (const child of meta.filter((each) => each.Parent === row.iCode))
      children.push(add(child, k, level + 1));
    return k;
  };
  add(
    meta.find((row) => row.iCode === "INDEX")!,
    -1,
    0,
  );
  const values = Float64Array.from(indicators.flatMap(({ code }) => data.map((row) => number(row[code]))));
  const units = data.map((row) => ({ name: row.uCode, code: row.uCode }));
  const study: Study = {
    nodes,
    indicators,
    units,
    values,
    groups: [],
    columns: [],
    judgements: [],
    points: new Float64Array(nodes.length).fill(NaN),
    rules: [],
  };
  for (const normalisation of [choose("min-max")]) {
    expectNodes(
      study,
      score(study, recipe({ normalisation })).stages.aggregated,
      "bench_680x27_expected.csv",
    );
  }
});
