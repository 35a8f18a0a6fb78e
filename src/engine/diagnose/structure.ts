import { each, type Gradual } from "../../base/gradual";
import type { Result } from "../result";
import { correlationsOf, standardised } from "../stats/correlation-matrix";
import { loadings, principalComponents } from "../stats/principal-components";
import { adequacy, cronbach, type Adequacy, type Alpha } from "../stats/reliability";
import { rowOf } from "../study";

/** What the children of one node have in common. */
export interface NodeStructure {
  readonly node: number;
  readonly alpha: Alpha;
  /** The children that vary, which components and adequacy are about. */
  readonly children: readonly number[];
  /** Units that have all of these. */
  readonly n: number;
  /** Variances of the principal components of the children's correlations, greatest first. */
  readonly eigenvalues: readonly number[];
  /** Share of the variance that each component takes. */
  readonly explained: readonly number[];
  /** Per varying child, its loadings on the components with an eigenvalue above 1 (at least the first). */
  readonly loadings: readonly (readonly number[])[];
  /** KMO and Bartlett; null where they are not defined. */
  readonly adequacy: Adequacy | null;
}

/**
 * Reliability and components of every node with two or more children, on their scores. α uses each pair's units, the rest
 * the units that have every child that varies; no components for fewer than two of these or fewer than three such units.
 * Source: OECD/JRC Handbook (2008), step 4, "Multivariate analysis".
 */
export function* nodeStructures(result: Result): Gradual<NodeStructure[]> {
  const { nodes, units } = result.study;
  const found = yield* each(nodes, ({ children }, node) => {
    if (children.length < 2) return [];
    const columns = children.map((child) => rowOf(result.stages.aggregated, child, units.length));
    const data = standardised(columns);
    const own = {
      node,
      alpha: cronbach(columns),
      children: data.varying.map((c) => children[c]),
      n: data.count,
    };
    if (data.varying.length < 2 || data.count < 3) {
      return [{ ...own, eigenvalues: [], explained: [], loadings: [], adequacy: null }];
    }
    const correlation = correlationsOf(data);
    const components = principalComponents(correlation);
    const { eigenvalues } = components;
    const kept = Math.max(1, eigenvalues.filter((value) => value > 1).length);
    return [
      {
        ...own,
        eigenvalues,
        explained: eigenvalues.map((value) => value / eigenvalues.length),
        loadings: loadings(components, kept),
        adequacy: adequacy(correlation, data.count),
      },
    ];
  });
  return found.flat();
}
