import { toA1 } from "../base/address";
import type { Issue } from "../base/issue";
import type { Locale } from "../base/label";
import type { Result, Study } from "../engine/index";
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
    issues: issuesJson(report.issues, locale),
    run: {
      outcome: report.outcome,
      version,
      time: now,
      fingerprint: check.fingerprint,
      recipe: check.recipe,
      sheets: report.written.map(({ kind, sheet }) => ({ kind, sheet })),
    },
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
