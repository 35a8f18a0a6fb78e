import { atOnce, each, part, type Gradual } from "../../base/gradual";
import { issue, type Issue } from "../../base/issue";
import { inequality, type Inequality } from "../group/inequality";
import type { Result } from "../result";
import { associate, type Association } from "../stats/association";
import {
  crossPairs,
  nodeComparison,
  parentPairs,
  siblingPairs,
  type CorrelationKind,
  type NodePair,
} from "./correlation";
import { nodeCouplings, type NodeCoupling } from "./coupling";
import { importances, type Importance } from "./importance";
import { lostPoints, type LostPoints } from "./lost-points";
import { nodeStructures, type NodeStructure } from "./structure";

export interface Diagnosis {
  /** Which correlation the pairs hold. */
  readonly correlation: CorrelationKind;
  /** Every two children of one parent. */
  readonly siblings: readonly NodePair[];
  /** Every node with its parent, and with the other parents on that level. */
  readonly withParent: readonly NodePair[];
  readonly withOthers: readonly NodePair[];
  /** Per node with children: reliability, components, adequacy. */
  readonly structures: readonly NodeStructure[];
  readonly importances: readonly Importance[];
  /** The index with each covariate of the result. */
  readonly relations: readonly (Association & { readonly column: string })[];
  /** The index by each group column of the study. */
  readonly inequalities: readonly (Inequality & {
    readonly column: string;
    readonly labels: readonly string[];
  })[];
  /** Null where the index is not additive. */
  readonly lost: LostPoints | null;
  /** Nodes that are aggregated by coupling coordination. */
  readonly couplings: readonly NodeCoupling[];
  readonly issues: readonly Issue[];
}

/** Below this probability a correlation is not taken for chance. */
const significance = 0.05;

/**
 * Everything that can be said of how the index hangs together, from a result alone: nothing is scored again. Notes say where
 * a parent does not go with its child, and where two siblings say the same thing or cancel out.
 */
export function* diagnosing(result: Result, correlation: CorrelationKind = "pearson"): Gradual<Diagnosis> {
  const { study, score } = result;
  const compare = nodeComparison(result, correlation);
  yield 0.02;
  const siblings = yield* part(0.02, 0.15, siblingPairs(study, compare));
  const withParent = parentPairs(study, compare);
  const withOthers = yield* part(0.15, 0.25, crossPairs(study, compare));
  const structures = yield* part(0.25, 0.45, nodeStructures(result));
  const importance = yield* part(0.45, 0.85, importances(result));
  const related = new Set(result.relations.map(({ column }) => column));
  const covariates = study.columns.filter(({ name }) => related.has(name));
  const associations = each(covariates, ({ name, values }) => ({
    column: name,
    ...associate(score, values),
  }));
  const relations = yield* part(0.85, 0.92, associations);
  const divisions = each(study.groups, (group) => ({
    column: group.name,
    labels: group.labels,
    ...inequality(score, group),
  }));
  const inequalities = yield* part(0.92, 0.98, divisions);
  return {
    correlation,
    siblings,
    withParent,
    withOthers,
    structures,
    importances: importance,
    relations,
    inequalities,
    lost: lostPoints(result),
    couplings: nodeCouplings(result),
    issues: [...parentNotes(result, withParent), ...siblingNotes(result, siblings)],
  };
}

/** The same in one go. */
export function diagnose(result: Result, correlation?: CorrelationKind): Diagnosis {
  return atOnce(diagnosing(result, correlation));
}

function parentNotes({ study: { nodes } }: Result, pairs: readonly NodePair[]): Issue[] {
  return pairs.flatMap(({ one, other, r, p }) => {
    const params = { child: nodes[one].name, parent: nodes[other].name, r: rounded(r) };
    if (p >= significance) return [issue("warning", "diagnose.child-unrelated", params, { node: one })];
    return r < 0 ? [issue("warning", "diagnose.child-opposed", params, { node: one })] : [];
  });
}

function siblingNotes({ study: { nodes } }: Result, pairs: readonly NodePair[]): Issue[] {
  return pairs.flatMap(({ one, other, r, p, flag }) => {
    const params = {
      one: nodes[one].name,
      other: nodes[other].name,
      parent: nodes[nodes[one].parent].name,
      r: rounded(r),
    };
    if (flag === "high") return [issue("note", "diagnose.siblings-alike", params, { node: one })];
    const opposed = flag === "negative" && p < significance;
    return opposed ? [issue("note", "diagnose.siblings-opposed", params, { node: one })] : [];
  });
}

function rounded(r: number): number {
  return Math.round(r * 1000) / 1000;
}
