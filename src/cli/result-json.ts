import { toA1 } from "../base/address";
import type { Issue } from "../base/issue";
import type { Locale } from "../base/label";
import type { Result, Robustness, Study } from "../engine/index";
import { say } from "../messages/say";
import type { CheckReport, ScoreReport } from "../tasks/index";
import { version } from "../tasks/version";

/** JSON knows no NaN and no infinity: both are null, "there is none". */
function plain(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** Nodes by code, or by name where the framework gives no codes. */
function nodeKey(study: Study, node: number): string {
  return study.nodes[node].code || study.nodes[node].name;
}

export function issuesJson(issues: readonly Issue[], locale: Locale) {
  return issues.map((issue) => ({
    code: issue.code,
    severity: issue.severity,
    message: say({ ...issue, at: undefined } as Issue, locale),
    sheet: issue.at?.sheet ?? null,
    range: issue.at ? toA1(issue.at) : null,
  }));
}

export function checkJson(report: CheckReport, locale: Locale) {
  const { study, recipe } = report;
  return {
    ready: report.ready,
    sheets: report.sheets,
    units: study?.units.length ?? 0,
    indicators: study?.indicators.map(({ code, name, direction }) => ({ code, name, direction })) ?? [],
    groups: study?.groups.map(({ name, labels }) => ({ column: name, values: labels })) ?? [],
    issues: issuesJson(report.issues, locale),
    run: { version, fingerprint: report.fingerprint, recipe },
  };
}

/** The whole result, unrounded; units in rank order. */
export function scoreJson(report: ScoreReport, locale: Locale, now: string) {
  const { result, check } = report;
  return {
    ...(result ? resultJson(result) : { units: [], tiers: [], groups: [], relations: [] }),
    ...(result && report.robustness ? { robustness: robustnessJson(result, report.robustness) } : {}),
    issues: issuesJson(report.issues, locale),
    run: {
      outcome: report.outcome,
      version,
      time: now,
      fingerprint: check?.fingerprint,
      recipe: check?.recipe,
      sheets: report.written.map(({ kind, sheet }) => ({ kind, sheet })),
    },
  };
}

function robustnessJson({ study, order, tierLabels }: Result, found: Robustness) {
  const node = (k: number) => (k < 0 ? null : nodeKey(study, k));
  const name = (unit: number) => (unit < 0 ? null : study.units[unit].name || study.units[unit].code);
  const change = (each: Robustness["liftsTier"][number]) => ({
    node: node(each.node),
    change: plain(each.change),
  });
  return {
    plan: found.plan,
    units: Array.from(order, (unit) => ({
      name: study.units[unit].name,
      runs: found.scoredRuns[unit],
      rank: {
        lower: plain(found.rankLower[unit]),
        median: plain(found.rankMedian[unit]),
        upper: plain(found.rankUpper[unit]),
        mean: plain(found.rankMean[unit]),
      },
      score: {
        lower: plain(found.scoreLower[unit]),
        median: plain(found.scoreMedian[unit]),
        upper: plain(found.scoreUpper[unit]),
      },
      tiers: Object.fromEntries(
        tierLabels.map((label, tier) => [label, plain(found.tierProbability[unit * found.tiers + tier])]),
      ),
      tierIsRobust: found.tierUnsure[unit] === 0,
      beatsNext: plain(found.beatsNext[unit]),
      swapsWithNext: change(found.swapsWithNext[unit]),
      liftsTier: change(found.liftsTier[unit]),
    })),
    sensitivities: found.sensitivities,
    leftOut: found.leftOut.map((each) => ({
      node: node(each.node),
      meanShift: plain(each.meanShift),
      largestShift: plain(each.largestShift),
      unit: name(each.unit),
    })),
    alternatives: found.alternatives.map((each) => ({
      method: each.method,
      choice: each.choice,
      rankCorrelation: plain(each.rankCorrelation),
      meanShift: plain(each.meanShift),
      largestShift: plain(each.largestShift),
      movers: each.movers.map(({ unit, rank }) => ({ name: name(unit), rank })),
    })),
  };
}

function resultJson(result: Result) {
  const { study } = result;
  const count = study.units.length;
  const name = (unit: number) => study.units[unit].name || study.units[unit].code;
  return {
    units: Array.from(result.order, (unit) => ({
      name: study.units[unit].name,
      code: study.units[unit].code,
      groups: Object.fromEntries(
        study.groups.map((group) => [group.name, group.labels[group.of[unit]] ?? null]),
      ),
      rank: result.rank[unit] || null,
      score: plain(result.score[unit]),
      tier: result.tierLabels[result.tierOf[unit]] ?? null,
      availability: plain(result.availability[unit]),
      nodes: Object.fromEntries(
        study.nodes.map((_, node) => [
          nodeKey(study, node),
          plain(result.stages.aggregated[node * count + unit]),
        ]),
      ),
    })),
    tiers: result.tiers.map((tier) => ({
      group: tier.group,
      tier: tier.label,
      lower: plain(tier.lower),
      count: tier.count,
      mean: plain(tier.mean),
      members: tier.members.map(name),
    })),
    groups: result.groups.map((group) => ({
      column: group.column,
      value: group.value,
      node: nodeKey(study, group.node),
      n: group.n,
      mean: plain(group.mean),
      median: plain(group.median),
      sd: plain(group.sd),
      min: plain(group.min),
      max: plain(group.max),
      topMean: plain(group.topMean),
      bottomMean: plain(group.bottomMean),
    })),
    relations: result.relations.map((relation) => ({
      column: relation.column,
      n: relation.n,
      pearson: plain(relation.pearson),
      spearman: plain(relation.spearman),
    })),
  };
}
