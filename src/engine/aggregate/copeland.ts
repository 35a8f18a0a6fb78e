import { aggregator, counting, ontoScale } from "./aggregator";

/** A balance nearer to zero than this is a tie and the noise of adding weights in another order. */
const noise = 1e-12;

/** Units met at a time: so few that their scores in every child stay in the processor's nearest memory. */
const block = 256;

/**
 * Copeland's rule: every unit meets every other. o = Σw over the children where it is ahead plus half of those where they
 * are level, among the children both have, divided by the weight of these; it wins (+1) where o > ½, loses (−1) where
 * o < ½, and draws otherwise (also where they have no child in common). Its wins less its losses lie between −(n − 1) and
 * n − 1, n the units with a child, and are put on the score's scale linearly: all lost is its low end, all won its high
 * end. One unit alone gets the middle.
 *
 * Takes time by the square of the units. What the score depends on is the units' order in each child, never the order of
 * rows. A score depends on which other units there are.
 * Source: Copeland (1951), A reasonable social welfare function; Becker et al. (2022), COINr, `a_copeland`.
 * @example two children, units (1, 1), (2, 3), (3, 2), scale 0–100 → 0, 75, 75
 */
export const copeland = aggregator({
  key: "copeland",
  label: { en: "Copeland (outranking)", "zh-CN": "Copeland 法（优序）" },
  synonyms: ["outranking", "condorcet", "优序", "优序法", "copeland法"],
  reference: "Copeland (1951), A reasonable social welfare function; COINr, a_copeland",
  parameters: {},
  domain: () => "any",
  keeps: { between: false, rises: true, dominance: true },
  aggregate(columns, weights, out, _, scale) {
    const units = out.length;
    const children = counting(weights);
    const present = new Uint8Array(units);
    for (const child of children) {
      const column = columns[child];
      for (let i = 0; i < units; i += 1) if (column[i] === column[i]) present[i] = 1;
    }
    let n = 0;
    for (let i = 0; i < units; i += 1) n += present[i];
    const wins = new Int32Array(units);
    // Twice (o − ½) times the shared weight, of one unit against each unit of a block; the others' is its negative.
    const balance = new Float64Array(block);
    for (let start = 0; start < units; start += block) {
      const end = Math.min(start + block, units);
      for (let i = 0; i < end - 1; i += 1) {
        if (present[i] === 0) continue;
        const from = Math.max(start, i + 1);
        balance.fill(0);
        for (const child of children) addOutcomes(balance, i, columns[child], weights[child], from, end);
        for (let k = from; k < end; k += 1) {
          const outcome = Number(balance[k - from] > noise) - Number(balance[k - from] < -noise);
          wins[i] += outcome;
          wins[k] -= outcome;
        }
      }
    }
    for (let i = 0; i < units; i += 1) {
      out[i] = present[i] === 0 ? NaN : n > 1 ? (wins[i] / (n - 1) + 1) / 2 : 0.5;
    }
    ontoScale(out, scale);
  },
});

/**
 * Adds ±weight for every unit between `from` and `end` that the unit is ahead of or behind, 0 where one is missing. The
 * comparisons are added up and not branched on: which way one goes cannot be guessed ahead, and this loop runs for every two
 * units and child.
 */
function addOutcomes(
  balance: Float64Array,
  unit: number,
  column: Float64Array,
  weight: number,
  from: number,
  end: number,
): void {
  const own = column[unit];
  for (let k = from; k < end; k += 1) {
    balance[k - from] += weight * (Number(own > column[k]) - Number(own < column[k]));
  }
}
