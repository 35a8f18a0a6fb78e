import { EigenvalueDecomposition, Matrix } from "ml-matrix";

export interface Components {
  /** Variances of the components, greatest first; they add up to the number of variables. */
  readonly eigenvalues: readonly number[];
  /** `vectors[c][j]`: coefficient of variable j in component c; each of length 1, its sum not negative. */
  readonly vectors: readonly (readonly number[])[];
}

/**
 * Principal components of a correlation matrix: its eigenvalues and eigenvectors. A vector's sign is arbitrary; it is
 * turned so that its coefficients do not add up to less than zero. Negative eigenvalues, which are noise, become 0.
 * Source: Jolliffe (2002), Principal Component Analysis, ch. 2 and 3.
 * @example [[1, 0.5], [0.5, 1]] → eigenvalues 1.5, 0.5; first vector √½, √½
 */
export function principalComponents(correlation: readonly (readonly number[])[]): Components {
  const k = correlation.length;
  const decomposition = new EigenvalueDecomposition(new Matrix(correlation.map((row) => [...row])), {
    assumeSymmetric: true,
  });
  const values = decomposition.realEigenvalues;
  const vectors = decomposition.eigenvectorMatrix;
  const order = values.map((_, c) => c).sort((a, b) => values[b] - values[a]);
  return {
    eigenvalues: order.map((c) => Math.max(0, values[c])),
    vectors: order.map((c) => {
      const vector = Array.from({ length: k }, (_, j) => vectors.get(j, c));
      const total = vector.reduce((sum, each) => sum + each, 0);
      return total < 0 ? vector.map((each) => -each) : vector;
    }),
  };
}

/** Loadings `[j][c]` of the first `number` components: coefficient times the component's standard deviation. */
export function loadings({ eigenvalues, vectors }: Components, number: number): number[][] {
  return (vectors[0] ?? []).map((_, j) =>
    Array.from({ length: number }, (__, c) => vectors[c][j] * Math.sqrt(eigenvalues[c])),
  );
}
