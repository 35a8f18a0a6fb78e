import { unitRange } from "./rescale";

export interface Coupling {
  /** Degree of coupling, 0–1; NaN for a unit with no subsystem present. */
  readonly coupling: Float64Array;
  /** Weighted mean of the subsystems. */
  readonly development: Float64Array;
  /** Degree of coordination √(C·T), 0–1. */
  readonly coordination: Float64Array;
}

/** A column moved to 0.01–0.99 over the units; all 0.5 without spread. Missing stays missing. */
export function withinHundredths(column: Float64Array): Float64Array {
  const shares = unitRange(column);
  return column.map((value, i) => (value !== value ? NaN : shares ? 0.01 + 0.98 * shares[i] : 0.5));
}

/**
 * Coupling coordination of subsystems U, one column each, 0–1: C = k(ΠU)^(1/k)/ΣU, which is their geometric by their
 * arithmetic mean, T = ΣαU/Σα, D = √(C·T), over the k subsystems the unit has (one alone: C = 1). A subsystem of 0 makes C
 * and D 0. `weights` are the α.
 * Source: 王淑佳、孔伟等 (2021), 国内耦合协调度模型的误区及修正, 自然资源学报 36(3), 793–810.
 * @example U = 0.2 and 0.8, equal weights: C = 0.8, T = 0.5, D = 0.632
 */
export function couplingCoordination(columns: readonly Float64Array[], weights: Float64Array): Coupling {
  const units = columns[0]?.length ?? 0;
  const logarithms = new Float64Array(units);
  const plain = new Float64Array(units);
  const weighted = new Float64Array(units);
  const present = new Float64Array(units);
  const number = new Int32Array(units);
  columns.forEach((column, child) => {
    const weight = weights[child];
    if (weight === 0) return;
    for (let i = 0; i < units; i += 1) {
      const value = column[i];
      if (value !== value) continue;
      // A hair below zero is rounding.
      const level = value > 0 ? value : 0;
      logarithms[i] += Math.log(level);
      plain[i] += level;
      weighted[i] += weight * level;
      present[i] += weight;
      number[i] += 1;
    }
  });
  const coupling = logarithms.map((logarithm, i) => {
    if (number[i] === 0) return NaN;
    if (plain[i] === 0) return 0;
    return Math.min(1, Math.exp(logarithm / number[i]) / (plain[i] / number[i]));
  });
  const development = weighted.map((sum, i) => (number[i] === 0 ? NaN : sum / present[i]));
  const coordination = coupling.map((c, i) => Math.sqrt(c * development[i]));
  return { coupling, development, coordination };
}
