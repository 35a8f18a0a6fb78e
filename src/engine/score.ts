import { issue, type Issue } from "../base/issue";
import { aggregateNode } from "./aggregate/run";
import { denominate } from "./denominate";
import { direct } from "./direct";
import { summariseGroups } from "./group/summarise";
import { impute } from "./impute/run";
import { parameterValues, type Method, type MethodChoice } from "./method";
import { normalisers } from "./normalise/index";
import { atLevel, type Recipe } from "./recipe";
import type { Relation, Result } from "./result";
import { pairs, pearson, spearman } from "./stats/correlation";
import { extent } from "./stats/moments";
import { bestFirst, competitionRanks } from "./stats/rank";
import { rowOf, type GroupColumn, type Indicator, type Study, type Unit } from "./study";
import { divideIntoTiers } from "./tier/run";
import { treat, type Treated } from "./treat/run";
import { weighters } from "./weight/index";

/**
 * Scores a study by a recipe: denominate → impute → treat → direct and normalise → weigh and aggregate up the tree →
 * rank → tiers, group summaries and relations. The study is not changed; every stage is kept by name.
 *
 * The recipe must have passed `checkRecipe` (a method key it does not know is a programmer's mistake and throws).
 */
export function score(study: Study, recipe: Recipe): Result {
  const issues: Issue[] = [];
  const denominated = denominate(study, issues);
  const imputed = impute(study, recipe, denominated, issues);
  return scorePrepared(study, recipe, { denominated, imputed, issues });
}

/** A study's values before they are put on a scale, with what was found on the way. */
export interface Prepared {
  readonly denominated: Float64Array;
  readonly imputed: Float64Array;
  readonly issues: readonly Issue[];
}

/** The values that treatments and normalisers are fitted to, where these are not the study's own. */
export interface Reference {
  readonly units: readonly Unit[];
  /** Indicators × these units, denominated and imputed. */
  readonly imputed: Float64Array;
}

/** Scores prepared values on the scale of a reference; without one, on their own. */
export function scorePrepared(
  study: Study,
  recipe: Recipe,
  { denominated, imputed, issues: found }: Prepared,
  reference: Reference | null = null,
): Result {
  const issues = [...found];
  const units = study.units.length;
  const { treated, normalised } = putOnScale(study, recipe, imputed, reference, issues);
  const availability = availabilityOf(study, denominated);
  const { aggregated, weights } = aggregate(study, recipe, normalised, treated, availability, issues);

  const index = rowOf(aggregated, 0, units);
  noteUnitsBelowThreshold(study, recipe, availability, issues);
  const order = bestFirst(index);
  const tiers = divideIntoTiers(study, recipe, index, order);
  const groups = recipe.groups
    ? study.groups.filter((group) => recipe.groups!.includes(group.name))
    : study.groups;
  return {
    study,
    recipe,
    stages: { raw: study.values, denominated, imputed, treated, normalised, aggregated },
    imputed: changedCells(denominated, imputed),
    treated: changedCells(imputed, treated),
    availability,
    weights,
    effectiveWeights: effectiveWeights(study, weights),
    score: index,
    rank: competitionRanks(index, order),
    groupRanks: groups.map((group) => ({ column: group.name, rank: ranksInside(group, index, order) })),
    order,
    tierOf: tiers.tierOf,
    tierLabels: tiers.labels,
    tiers: tiers.tiers,
    tierFits: tiers.fits,
    groups: summariseGroups(aggregated, units, groups, recipe.topAndBottom),
    relations: relate(study, recipe, index),
    change: null,
    issues,
  };
}

function find<M extends Method>(family: readonly M[], choice: MethodChoice): M {
  const method = family.find((each) => each.key === choice.key);
  if (!method) throw new Error(`no method "${choice.key}"`);
  return method;
}

/** Treats and normalises imputed values by what the reference's are like (their own, without one). */
function putOnScale(
  study: Study,
  recipe: Recipe,
  imputed: Float64Array,
  reference: Reference | null,
  issues: Issue[],
): { treated: Float64Array; normalised: Float64Array } {
  const treated = treat(study, recipe, imputed, reference?.imputed ?? imputed, issues);
  const normalised = normalise(study, recipe, treated, reference?.units ?? study.units, issues);
  return { treated: treated.block, normalised };
}

function normalise(
  study: Study,
  recipe: Recipe,
  { block, reference }: Treated,
  referenceUnits: readonly Unit[],
  issues: Issue[],
): Float64Array {
  const units = study.units.length;
  const out = new Float64Array(block.length);
  const directed = new Float64Array(units);
  const directedReference = reference === block ? directed : new Float64Array(referenceUnits.length);
  study.indicators.forEach((indicator, j) => {
    const choice = indicator.normalisation ?? recipe.normalisation;
    const method = find(normalisers, choice);
    const column = rowOf(block, j, units);
    const fitColumn = rowOf(reference, j, referenceUnits.length);
    const anchored = reference === block ? indicator : withReach(indicator, fitColumn, column);
    if (reference !== block) direct(fitColumn, anchored, directedReference);
    const goalposts = direct(column, anchored, directed);
    const source = method.takesMeasured ? column : directed;
    const fitted = method.fit(method.takesMeasured ? fitColumn : directedReference, {
      goalposts,
      target: goalposts.high,
      unitIndex: (name) => referenceUnits.findIndex((unit) => unit.code === name || unit.name === name),
      bands: study.rules.find((rule) => rule.indicator === j)?.bands ?? [],
      scale: recipe.scale,
      parameters: parameterValues(method, choice),
    });
    fitted(source, rowOf(out, j, units));

    const { min, max } = extent(fitColumn);
    if (
      min === max &&
      referenceUnits.length > 1 &&
      !(method.needsGoalposts && goalposts.low < goalposts.high)
    ) {
      issues.push(
        issue("warning", "normalise.no-spread", { indicator: indicator.name, value: min }, { indicator: j }),
      );
    }
    if (method.needsGoalposts) noteGoalposts(study, j, column, issues);
  });
  return out;
}

/**
 * An indicator with an ideal is measured by how far values are from it. On another year's scale that reach is the other
 * year's; where all of its values are ideal, that of both together.
 */
function withReach(indicator: Indicator, reference: Float64Array, column: Float64Array): Indicator {
  if (indicator.direction === "positive" || indicator.direction === "negative") return indicator;
  const { min, max } = extent(reference);
  const to = indicator.direction === "ideal" ? indicator.idealLow : indicator.idealHigh;
  const all = min >= indicator.idealLow && max <= to ? extent([...reference, ...column]) : { min, max };
  return {
    ...indicator,
    low: Number.isNaN(indicator.low) ? all.min : indicator.low,
    high: Number.isNaN(indicator.high) ? all.max : indicator.high,
  };
}

function noteGoalposts(study: Study, j: number, column: Float64Array, issues: Issue[]): void {
  const { name, low, high, direction } = study.indicators[j];
  if (direction === "positive" || direction === "negative") {
    if (Number.isNaN(low) || Number.isNaN(high)) {
      issues.push(issue("warning", "goalposts.absent", { indicator: name }, { indicator: j }));
    }
  }
  let outside = 0;
  for (const value of column) if (value < low || value > high) outside += 1;
  if (outside > 0) {
    issues.push(
      issue("note", "goalposts.outside", { indicator: name, count: outside, low, high }, { indicator: j }),
    );
  }
}

/** Nodes × units: the share of a node's indicators that have a value. */
function availabilityOf(study: Study, block: Float64Array): Float64Array {
  const units = study.units.length;
  const share = new Float64Array(study.nodes.length * units);
  const leaves = new Int32Array(study.nodes.length);
  for (let k = study.nodes.length - 1; k >= 0; k -= 1) {
    const node = study.nodes[k];
    const own = rowOf(share, k, units);
    if (node.indicator >= 0) {
      const column = rowOf(block, node.indicator, units);
      leaves[k] = 1;
      for (let i = 0; i < units; i += 1) own[i] = column[i] === column[i] ? 1 : 0;
    } else {
      for (const child of node.children) {
        const theirs = rowOf(share, child, units);
        leaves[k] += leaves[child];
        for (let i = 0; i < units; i += 1) own[i] += theirs[i] * leaves[child];
      }
      for (let i = 0; i < units; i += 1) own[i] = leaves[k] > 0 ? own[i] / leaves[k] : 0;
    }
  }
  return share;
}

/** The least share of indicators that a node of a level asks for. */
function thresholdAt({ availability, availabilityLevels }: Recipe, level: number): number {
  return availabilityLevels[level] ?? availability;
}

/** Compared to three decimals, so that a threshold written 0.667 lets two thirds pass. */
function isBelow(share: number, threshold: number): boolean {
  return Math.round(share * 1000) < Math.round(threshold * 1000);
}

function unitsBelow(shares: Float64Array, threshold: number): number[] {
  const below: number[] = [];
  for (let i = 0; i < shares.length; i += 1) if (isBelow(shares[i], threshold)) below.push(i);
  return below;
}

function aggregate(
  study: Study,
  recipe: Recipe,
  normalised: Float64Array,
  treated: Float64Array,
  availability: Float64Array,
  issues: Issue[],
): { aggregated: Float64Array; weights: Float64Array } {
  const units = study.units.length;
  const aggregated = new Float64Array(study.nodes.length * units);
  const weights = new Float64Array(study.nodes.length);
  weights[0] = 1;
  // Pre-order backwards: every child is done before its parent.
  for (let k = study.nodes.length - 1; k >= 0; k -= 1) {
    const node = study.nodes[k];
    const out = rowOf(aggregated, k, units);
    if (node.indicator >= 0) {
      out.set(rowOf(normalised, node.indicator, units));
      continue;
    }
    const columns = node.children.map((child) => rowOf(aggregated, child, units));
    const inside = weigh(study, recipe, k, columns, treated, issues);
    node.children.forEach((child, c) => (weights[child] = inside[c]));

    const choice = node.aggregation ?? atLevel(recipe.aggregation, node.level);
    const about = { node: k, name: node.name, unitName: (unit: number) => study.units[unit].name };
    const left = unitsBelow(rowOf(availability, k, units), thresholdAt(recipe, node.level));
    aggregateNode(choice, columns, inside, out, recipe.scale, left, about, issues);
  }
  return { aggregated, weights };
}

function weigh(
  study: Study,
  recipe: Recipe,
  parent: number,
  columns: readonly Float64Array[],
  treated: Float64Array,
  issues: Issue[],
): Float64Array {
  const { children, level, name, weighting } = study.nodes[parent];
  const choice = weighting ?? atLevel(recipe.weights, level + 1);
  const method = find(weighters, choice);
  const leaves = children.every((child) => study.nodes[child].indicator >= 0);
  return method.weigh({
    parameters: parameterValues(method, choice),
    given: Float64Array.from(children, (child) => study.nodes[child].weight),
    points: Float64Array.from(children, (child) => study.points[child]),
    judgements: study.judgements.filter((judgement) => judgement.parent === parent),
    columns,
    directed: () =>
      leaves ? children.map((child) => directedColumn(study, treated, study.nodes[child].indicator)) : null,
    names: children.map((child) => study.nodes[child].name),
    parent: { node: parent, name },
    issues,
  });
}

function directedColumn(study: Study, block: Float64Array, indicator: number): Float64Array {
  const directed = new Float64Array(study.units.length);
  direct(rowOf(block, indicator, study.units.length), study.indicators[indicator], directed);
  return directed;
}

function effectiveWeights(study: Study, weights: Float64Array): Float64Array {
  const effective = weights.slice();
  study.nodes.forEach((node, k) => {
    if (node.parent >= 0) effective[k] = weights[k] * effective[node.parent];
  });
  return effective;
}

function noteUnitsBelowThreshold(
  study: Study,
  recipe: Recipe,
  availability: Float64Array,
  issues: Issue[],
): void {
  const least = thresholdAt(recipe, 0);
  const threshold = Math.round(least * 1000) / 10;
  study.units.forEach((unit, i) => {
    if (!isBelow(availability[i], least)) return;
    const share = Math.round(availability[i] * 1000) / 10;
    issues.push(issue("warning", "availability.below", { unit: unit.name, share, threshold }, { unit: i }));
  });
}

function changedCells(before: Float64Array, after: Float64Array): Uint8Array {
  const flags = new Uint8Array(before.length);
  if (before === after) return flags;
  for (let i = 0; i < before.length; i += 1)
    if (after[i] === after[i] && before[i] !== after[i]) flags[i] = 1;
  return flags;
}

function ranksInside(group: GroupColumn, index: Float64Array, order: Int32Array): Int32Array {
  const ranks = new Int32Array(index.length);
  group.labels.forEach((_, label) => {
    const own = order.filter((unit) => group.of[unit] === label);
    const inside = competitionRanks(index, own);
    for (const unit of own) ranks[unit] = inside[unit];
  });
  return ranks;
}

function relate(study: Study, recipe: Recipe, index: Float64Array): Relation[] {
  const denominators = new Set(study.indicators.map((indicator) => indicator.denominator));
  const columns = recipe.covariates
    ? study.columns.filter((column) => recipe.covariates!.includes(column.name))
    : study.columns.filter((column) => !denominators.has(column.name));
  return columns.map(({ name, values }) => ({
    column: name,
    n: pairs(index, values),
    pearson: pearson(index, values),
    spearman: spearman(index, values),
  }));
}
