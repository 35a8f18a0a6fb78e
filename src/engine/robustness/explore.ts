import { issue, type Issue } from "../../base/issue";
import { alternative, changesOf } from "./alternatives";
import { ownMethods } from "./draw";
import type { Evaluator, RobustnessJob } from "./evaluator";
import { leftOutTable } from "./left-out";
import { monteCarloRuns, summariseRuns, tierCount, type MonteCarloRuns } from "./monte-carlo";
import { uncertainChoices } from "./plan";
import { sureTier, type Alternative, type LeftOut, type Robustness } from "./robustness";
import { sensitivities, sensitivityRows, sensitivityRuns, type SensitivityRows } from "./sensitivity";
import { liftsTier, swapsWithNext, type Scored } from "./weight-change";

/** A piece of the exploration that can be done anywhere and in any order: runs, rows, nodes or alternatives from … to. */
export interface Piece {
  readonly kind: "runs" | "rows" | "nodes" | "alternatives";
  readonly from: number;
  readonly to: number;
}

/** What a piece came to: plain data. */
export type PieceResult =
  | { readonly kind: "runs"; readonly result: MonteCarloRuns }
  | { readonly kind: "rows"; readonly result: SensitivityRows }
  | { readonly kind: "nodes"; readonly result: readonly LeftOut[] }
  | {
      readonly kind: "alternatives";
      readonly result: readonly (Alternative & { readonly issues: readonly Issue[] })[];
    };

/** Ranks and scores that are kept at once; more would not fit into a browser's memory. */
const mostCells = 5e7;

/** The most runs that so many units leave room for. */
export function mostRuns(units: number): number {
  return Math.floor(mostCells / Math.max(1, units));
}

/** How many single scorings a piece costs. */
export function costOf({ plan }: RobustnessJob, { kind, from, to }: Piece): number {
  return (
    (to - from) * (kind === "rows" ? 2 + uncertainChoices(plan).length : kind === "alternatives" ? 20 : 1)
  );
}

/** The whole exploration in pieces of about `size` scorings each, always the same ones in the same order. */
export function piecesOf(job: RobustnessJob, size = 100): Piece[] {
  const { plan, study } = job;
  const choices = uncertainChoices(plan).length;
  const cut = (kind: Piece["kind"], from: number, to: number, length: number) => {
    const pieces: Piece[] = [];
    for (let at = from; at < to; at += length) pieces.push({ kind, from: at, to: Math.min(to, at + length) });
    return pieces;
  };
  return [
    ...cut("runs", 0, plan.runs, size),
    ...(choices > 1
      ? cut("rows", 0, sensitivityRows(plan), Math.max(1, Math.round(size / (2 + choices))))
      : []),
    ...cut("nodes", 1, study.nodes.length, size),
    ...cut("alternatives", 0, changesOf(job).length, 2),
  ];
}

export function performPiece(evaluator: Evaluator, { kind, from, to }: Piece): PieceResult {
  switch (kind) {
    case "runs":
      return { kind, result: monteCarloRuns(evaluator, from, to) };
    case "rows":
      return { kind, result: sensitivityRuns(evaluator, from, to) };
    case "nodes":
      return { kind, result: leftOutTable(evaluator, from, to) };
    case "alternatives":
      return {
        kind,
        result: changesOf(evaluator.job)
          .slice(from, to)
          .map((change) => alternative(evaluator, change)),
      };
  }
}

/** Puts the results of all pieces, in the pieces' order, together. The same whatever did them. */
export function combine(evaluator: Evaluator, results: readonly PieceResult[]): Robustness {
  const { job, nominal } = evaluator;
  const { study, recipe, plan } = job;
  const units = study.units.length;
  const tiers = tierCount(evaluator);
  const runs = results.flatMap((each) => (each.kind === "runs" ? [each.result] : []));
  const rows = results.flatMap((each) => (each.kind === "rows" ? [each.result] : []));
  const intervals = summariseRuns(runs, nominal.order, nominal.ranks, tiers);
  const own = evaluator.variant(ownMethods);
  // The last run has overwritten the own tree.
  evaluator.weights.set(own.weights);
  evaluator.run(own);
  const scored: Scored = { study, recipe, aggregated: own.tree.aggregated, weights: own.weights };
  const within = study.groups.find((each) => each.name === recipe.tiersWithin)?.of;
  const tierUnsure = new Uint8Array(units);
  for (let i = 0; i < units; i += 1) {
    const tier = nominal.tierOf[i];
    if (tier >= 0 && intervals.tierProbability[i * tiers + tier] < sureTier) tierUnsure[i] = 1;
  }
  return {
    plan,
    ...intervals,
    tierUnsure,
    sensitivities: sensitivities(rows, plan),
    leftOut: results.flatMap((each) => (each.kind === "nodes" ? each.result : [])),
    alternatives: results
      .flatMap((each) => (each.kind === "alternatives" ? each.result : []))
      .map(({ issues: _, ...rest }) => rest),
    swapsWithNext: swapsWithNext(scored, nominal.order, nominal.ranks),
    liftsTier: liftsTier(
      scored,
      nominal.tierOf,
      (unit, tier) => nominal.cuts[within ? within[unit] : 0][tier],
    ),
    issues: lostScores(evaluator, intervals.scoredRuns, results),
  };
}

/** Says where other methods leave units without a score. */
function lostScores(
  { job, nominal }: Evaluator,
  scoredRuns: Int32Array,
  results: readonly PieceResult[],
): Issue[] {
  const issues: Issue[] = [];
  let fewer = 0;
  let least = -1;
  nominal.ranks.forEach((rank, unit) => {
    if (rank === 0 || scoredRuns[unit] >= job.plan.runs) return;
    fewer += 1;
    if (least < 0 || scoredRuns[unit] < scoredRuns[least]) least = unit;
  });
  if (fewer > 0) {
    const params = {
      count: fewer,
      runs: job.plan.runs,
      unit: job.study.units[least].name,
      scored: scoredRuns[least],
    };
    issues.push(issue("warning", "robustness.fewer-runs", params, { unit: least }));
  }
  for (const each of results) {
    if (each.kind !== "alternatives") continue;
    for (const { choice, rank } of each.result) {
      let lost = 0;
      for (let i = 0; i < rank.length; i += 1) if (nominal.ranks[i] > 0 && rank[i] === 0) lost += 1;
      if (lost > 0) {
        const params = { method: choice.key, count: lost };
        issues.push(issue("note", "robustness.alternative-refuses", params));
      }
    }
  }
  return issues;
}
