import { issue } from "../../base/issue";
import { perron } from "../stats/perron";
import { equalShares, weighter, type WeightSettings } from "./weighter";

/** Mean consistency index of random reciprocal matrices, from order 3 on. Beyond a table its last number is taken. */
const randomIndices = {
  saaty: [0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51],
  china: [0.52, 0.89, 1.12, 1.26, 1.36, 1.41, 1.46, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59],
} as const;

/** At and above this a set of judgements is called inconsistent. */
const acceptable = 0.1;
/** A judgement and its counterpart are reciprocal when their product is this near to 1: 0.33 is the reciprocal of 3. */
const rounding = 1.05;

/**
 * Analytic hierarchy process: the principal eigenvector of the siblings' matrix of judgements, scaled to add up to 1.
 * λ is its eigenvalue, CI = (λ − k)/(k − 1), CR = CI/RI. With several experts the matrix is the geometric mean of their
 * judgements, and each expert's own consistency is looked at too. CR ≥ 0.1 gets a warning that names the judgement
 * a_ij farthest, as a ratio, from w_i/w_j; else a note gives λ, CI and CR.
 *
 * One half of the matrix is enough: a missing a_ij is 1/a_ji. Where both are given, the one of 1 or more counts (the
 * other is its rounded reciprocal); when they are more than 5 % from reciprocal, √(a_ij/a_ji), with a warning. A pair that nobody judged is left to the others by Harker's rule (its a_ij is
 * w_i/w_j), with a warning; where the judged pairs do not connect all siblings, or there is no matrix, the siblings
 * weigh the same, with a warning. One or two siblings are always consistent.
 * Source: Saaty (1980), The Analytic Hierarchy Process; Aczél & Saaty (1983) for the geometric mean; Harker (1987),
 * Mathematical Modelling 9, 353–360; Handbook (2008), p. 97.
 * @example 1, 3, 5; –, 1, 2; –, –, 1 → 0.648, 0.230, 0.122, λ = 3.0037
 */
export const ahp = weighter({
  key: "ahp",
  label: { en: "Analytic hierarchy process (AHP)", "zh-CN": "层次分析法（AHP）" },
  synonyms: ["analytic hierarchy process", "层次分析", "层次分析法", "ahp法"],
  reference: "Saaty (1980), The Analytic Hierarchy Process; OECD/JRC Handbook (2008), p. 97",
  parameters: {
    random: {
      kind: "choice",
      label: { en: "Random index", "zh-CN": "平均随机一致性指标" },
      fallback: "saaty",
      options: {
        saaty: { en: "Saaty (1980)", "zh-CN": "Saaty（1980）" },
        china: { en: "The table common in China", "zh-CN": "国内常用表" },
      },
    },
  },
  weigh: (settings) => {
    const { judgements, names, parent, issues } = settings;
    const k = names.length;
    if (k === 1) return equalShares(1);
    const about = { node: parent.node };
    if (judgements.length === 0) {
      issues.push(issue("warning", "weight.no-judgements", { parent: parent.name }, about));
      return equalShares(k);
    }
    const table = randomIndices[settings.parameters.random === "china" ? "china" : "saaty"];
    const experts = judgements.map(({ matrix }) => reciprocal(matrix, settings));
    const group = geometricMean(experts);
    if (!isConnected(group, k)) {
      issues.push(issue("warning", "weight.disconnected", { parent: parent.name }, about));
      return equalShares(k);
    }
    const missing = pairs(k).filter(([i, j]) => Number.isNaN(group[i * k + j]));
    if (missing.length > 0) {
      const shown = missing.map(([i, j]) => `${names[i]} : ${names[j]}`).join(", ");
      issues.push(
        issue("warning", "weight.judgements-missing", { parent: parent.name, pairs: shown }, about),
      );
    }
    if (experts.length > 1) {
      experts.forEach((own, e) => {
        if (isConnected(own, k))
          noteConsistency(settings, own, judgements[e].expert || String(e + 1), table, false);
      });
    }
    const expert = experts.length > 1 ? `n = ${experts.length}` : judgements[0].expert || parent.name;
    return noteConsistency(settings, group, expert, table, true);
  },
});

type Settings = Pick<WeightSettings<Record<never, never>>, "names" | "parent" | "issues">;

function pairs(order: number): [number, number][] {
  return Array.from({ length: order }, (_, i) => i).flatMap((i) =>
    Array.from({ length: order - i - 1 }, (_, step): [number, number] => [i, i + step + 1]),
  );
}

/** The matrix with ones on its diagonal and every judgement beside its reciprocal; NaN where a pair was not judged. */
function reciprocal(matrix: Float64Array, { names, parent, issues }: Settings): Float64Array {
  const k = names.length;
  const sound = new Float64Array(k * k).fill(NaN);
  const read = (i: number, j: number) => {
    const value = matrix[i * k + j];
    return value > 0 && value < Infinity ? value : NaN;
  };
  for (let i = 0; i < k; i += 1) sound[i * k + i] = 1;
  for (const [i, j] of pairs(k)) {
    const one = read(i, j);
    const other = read(j, i);
    // In logarithms, so that neither the product nor the quotient overflows.
    const product = Math.log(one) + Math.log(other);
    let ratio = Number.isNaN(one) ? 1 / other : one;
    // Of 3 and 0.33 the 3 is meant: a reciprocal is written rounded.
    if (Math.abs(product) <= Math.log(rounding)) ratio = one >= 1 ? one : 1 / other;
    else if (!Number.isNaN(product)) ratio = Math.exp((Math.log(one) - Math.log(other)) / 2);
    if (Math.abs(product) > Math.log(rounding)) {
      const params = { row: names[i], column: names[j], parent: parent.name, one, other };
      issues.push(issue("warning", "judgement.not-reciprocal", params, { node: parent.node }));
    }
    sound[i * k + j] = ratio;
    sound[j * k + i] = 1 / ratio;
  }
  return sound;
}

/** Cell by cell, over those who judged the pair. */
function geometricMean(matrices: readonly Float64Array[]): Float64Array {
  return matrices[0].map((_, cell) => {
    const given = matrices.map((matrix) => Math.log(matrix[cell])).filter((each) => !Number.isNaN(each));
    return given.length === 1
      ? matrices.find((matrix) => !Number.isNaN(matrix[cell]))![cell]
      : Math.exp(given.reduce((sum, each) => sum + each, 0) / given.length);
  });
}

function isConnected(matrix: Float64Array, k: number): boolean {
  const reached = new Set([0]);
  for (const i of reached) {
    for (let j = 0; j < k; j += 1) if (!Number.isNaN(matrix[i * k + j])) reached.add(j);
  }
  return reached.size === k;
}

/** Solves one matrix, says how consistent it is (`always`: also when it is consistent) and returns its weights. */
function noteConsistency(
  { names, parent, issues }: Settings,
  matrix: Float64Array,
  expert: string,
  table: readonly number[],
  always: boolean,
): Float64Array {
  const k = names.length;
  // Harker: an unjudged pair is 0, and counts on the diagonal instead.
  const complete = matrix.map((value) => (Number.isNaN(value) ? 0 : value));
  for (let i = 0; i < k; i += 1) {
    for (let j = 0; j < k; j += 1) if (Number.isNaN(matrix[i * k + j])) complete[i * k + i] += 1;
  }
  const { vector, value: lambda } = perron(complete, k);
  const index = Math.max(0, (lambda - k) / (k - 1));
  const ratio = k < 3 ? 0 : index / table[Math.min(k - 3, table.length - 1)];
  if (ratio >= acceptable) {
    const worst = pairs(k)
      .filter(([i, j]) => !Number.isNaN(matrix[i * k + j]))
      .map(([i, j]) => ({ i, j, off: Math.abs(Math.log((matrix[i * k + j] * vector[j]) / vector[i])) }))
      .reduce((most, each) => (each.off > most.off ? each : most));
    // The way round in which the judgement is a number of 1 or more, as people say it.
    const [i, j] = matrix[worst.i * k + worst.j] >= 1 ? [worst.i, worst.j] : [worst.j, worst.i];
    const params = {
      parent: parent.name,
      expert,
      ratio,
      row: names[i],
      column: names[j],
      judged: matrix[i * k + j],
      implied: vector[i] / vector[j],
    };
    issues.push(issue("warning", "weight.inconsistent", params, { node: parent.node }));
  } else if (always) {
    const params = { parent: parent.name, lambda, index, ratio };
    issues.push(issue("note", "weight.consistency", params, { node: parent.node }));
  }
  return vector;
}
