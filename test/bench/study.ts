import { xorshift128plus } from "pure-rand/generator/xorshift128plus";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import type { Node, Study } from "../../src/engine/index";

/** A study of `units` × `leaves` with a tree of three levels, two group columns and one value in fifty missing. */
export function study(units: number, leaves: number): Study {
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
