import { atOnce, each, part, type Gradual } from "../base/gradual";
import { issue, type Issue } from "../base/issue";
import { denominate } from "./denominate";
import type { Series } from "./impute/imputer";
import { impute } from "./impute/run";
import { choose } from "./method";
import { joinUnits, type PanelUnits } from "./panel-units";
import type { Recipe } from "./recipe";
import type { Change, Result, TierMigration } from "./result";
import { scoringPrepared } from "./score";
import { computeScores, type Prepared, type Reference } from "./scores";
import { count } from "./stats/moments";
import { rowOf, type Study, type Unit } from "./study";

/** One year of a panel. All years share one tree: the same nodes and indicators in the same order. */
export interface YearStudy {
  readonly year: string;
  readonly study: Study;
}

/**
 * The scale that years are scored on. `pooled`: treatments and normalisers are fitted to all years together; `own`: each
 * year to itself, as if it stood alone; otherwise to the year of that name, the base year.
 */
export type PanelScale = "pooled" | "own" | (string & {});

/** Several years scored side by side. */
export interface PanelResult {
  /** Ascending; `results` and `unitIn` go with them. */
  readonly years: readonly string[];
  readonly scale: PanelScale;
  readonly results: readonly Result[];
  /** All units of all years. */
  readonly units: readonly Unit[];
  /** Per year, per unit of `units`: its index in that year's study; -1 where the year lacks it. */
  readonly unitIn: readonly Int32Array[];
}

/** Two years compared, over the panel's units. */
export interface YearChange extends Change {
  readonly to: string;
}

/**
 * Scores the years of a panel by one recipe on one scale; every year has a Result of its own units, which carries its
 * change since the year before.
 *
 * Denomination is by the year's own columns. Missing values are filled inside each year, or from the unit's other years by
 * the methods that do so. Treatments and normalisers are fitted as `scale` says; with a base year, an indicator that has
 * no value there is fitted to all years (warned). Weights that are made from data are made from each year's own, so that
 * their part in a change shows; so are tiers that are cut by the data. An unknown base year throws.
 *
 * Years are put in ascending order by the four-digit year in their names; where these are absent or the same, the order
 * given stands and steps count as years.
 * Source: OECD/JRC Handbook (2008), step 5, on scores that are to be compared over time; Becker et al. (2022), COINr, purses.
 * @example the same values in two years → no change; pooled, a year that is better everywhere scores higher
 */
export function* scoringPanel(
  studies: readonly YearStudy[],
  recipe: Recipe,
  scale: PanelScale,
): Gradual<PanelResult> {
  const { sorted, times } = inTime(studies);
  const years = sorted.map(({ year }) => year);
  const base = scale === "pooled" || scale === "own" ? -1 : years.indexOf(scale);
  if (base < 0 && scale !== "pooled" && scale !== "own") throw new Error(`no year "${scale}"`);
  const joined = joinUnits(sorted.map(({ study }) => study));
  const prepared = yield* part(0, 0.2, prepare(sorted, times, recipe, joined));
  const shared: Issue[] = [];
  const reference =
    scale === "own"
      ? null
      : referenceOf(
          sorted.map(({ study }) => study),
          prepared,
          base,
          base < 0 ? "" : years[base],
          shared,
        );
  const results: Result[] = [];
  for (const [y, { study }] of sorted.entries()) {
    const own = { ...prepared[y], issues: [...prepared[y].issues, ...shared] };
    const [from, to] = [y, y + 1].map((done) => 0.2 + (0.5 * done) / sorted.length);
    results.push(yield* part(from, to, scoringPrepared(study, recipe, own, reference)));
  }
  const panel: PanelResult = { years, scale, results, ...joined };
  const changed = each(results, (result, y) =>
    y === 0 ? result : { ...result, change: ownUnits(panel, y) },
  );
  return { ...panel, results: yield* part(0.7, 1, changed) };
}

/** The same in one go. */
export function scorePanel(studies: readonly YearStudy[], recipe: Recipe, scale: PanelScale): PanelResult {
  return atOnce(scoringPanel(studies, recipe, scale));
}

/** The change of a year since the one before, over the units of its own study. */
function ownUnits(panel: PanelResult, year: number): Change {
  const { from, score, rank, data, weights, scale, tiers } = compareYears(panel, year - 1, year);
  const joined = new Int32Array(panel.results[year].study.units.length);
  panel.unitIn[year].forEach((own, unit) => {
    if (own >= 0) joined[own] = unit;
  });
  const pick = (values: Float64Array) => Float64Array.from(joined, (unit) => values[unit]);
  return {
    from,
    score: pick(score),
    rank: Int32Array.from(joined, (unit) => rank[unit]),
    data: pick(data),
    weights: pick(weights),
    scale: pick(scale),
    tiers,
  };
}

function inTime(studies: readonly YearStudy[]): { sorted: readonly YearStudy[]; times: readonly number[] } {
  const found = studies.map(({ year }) => Number(/\d{4}/.exec(year)?.[0] ?? NaN));
  const distinct = new Set(found).size === studies.length && !found.some(Number.isNaN);
  if (!distinct) return { sorted: studies, times: studies.map((_, y) => y) };
  const order = [...found.keys()].sort((a, b) => found[a] - found[b]);
  return { sorted: order.map((y) => studies[y]), times: order.map((y) => found[y]) };
}

function* prepare(
  studies: readonly YearStudy[],
  times: readonly number[],
  recipe: Recipe,
  { unitIn }: PanelUnits,
): Gradual<Prepared[]> {
  const found = studies.map(({ study }) => {
    const issues: Issue[] = [];
    return { issues, denominated: denominate(study, issues) };
  });
  return yield* each(studies, ({ study }, at) => {
    const { issues, denominated } = found[at];
    const series: Series = {
      times,
      blocks: studies.map((other, y) =>
        y === at
          ? denominated
          : onUnitsOf(study, unitIn[at], found[y].denominated, other.study.units.length, unitIn[y]),
      ),
      at,
    };
    return { denominated, imputed: impute(study, recipe, denominated, issues, series), issues };
  });
}

/** Another year's block over this study's units; NaN where that year lacks one. */
function onUnitsOf(
  study: Study,
  own: Int32Array,
  block: Float64Array,
  others: number,
  other: Int32Array,
): Float64Array {
  const units = study.units.length;
  const out = new Float64Array(study.indicators.length * units).fill(NaN);
  own.forEach((to, joined) => {
    const from = other[joined];
    if (to < 0 || from < 0) return;
    for (let j = 0; j < study.indicators.length; j += 1) out[j * units + to] = block[j * others + from];
  });
  return out;
}

/**
 * The values that everything is fitted to: all years end to end, the base year (else the latest) first, so that a unit
 * that a method names is found there. With a base year the others are blank, save for indicators that it lacks.
 */
function referenceOf(
  studies: readonly Study[],
  prepared: readonly Prepared[],
  base: number,
  baseYear: string,
  issues: Issue[],
): Reference {
  const order = [...studies.keys()].reverse();
  if (base >= 0) order.unshift(...order.splice(order.indexOf(base), 1));
  const units = order.flatMap((y) => studies[y].units);
  const imputed = new Float64Array(studies[0].indicators.length * units.length).fill(NaN);
  studies[0].indicators.forEach((indicator, j) => {
    const columnOf = (y: number) => rowOf(prepared[y].imputed, j, studies[y].units.length);
    const alone = base >= 0 && count(columnOf(base)) > 0;
    if (base >= 0 && !alone) {
      const params = { indicator: indicator.name, year: baseYear };
      issues.push(issue("warning", "panel.no-base-values", params, { indicator: j }));
    }
    let start = j * units.length;
    for (const y of order) {
      if (!alone || y === base) imputed.set(columnOf(y), start);
      start += studies[y].units.length;
    }
  });
  return { units, imputed };
}

/**
 * What became of every unit of a panel from one of its years (by place) to another.
 *
 * The change of the score is split into what other values, other weights and another scale did to it: each part is the
 * mean of what that step does, over all orders in which the three can be taken (Shapley), so that no order is preferred
 * and the parts add up to the change. On a shared scale the third is zero; with weights that are given, so is the second.
 * NaN where the unit has no score in one of the years. Where a mixture of both years has none (an aggregation refuses it,
 * or all that is present weighs nothing there), the unit's whole change counts as the data's.
 * Source: Shapley (1953); Shorrocks (2013), Journal of Economic Inequality 11, for decompositions.
 * @example pooled, given weights: change 5 → data 5, weights 0, scale 0
 */
export function compareYears(panel: PanelResult, from: number, to: number): YearChange {
  const { units, unitIn, years, results } = panel;
  const before = results[from];
  const after = results[to];
  const on = (values: Float64Array, year: number) =>
    Float64Array.from(unitIn[year], (own) => (own >= 0 ? values[own] : NaN));
  const place = [on(before.score, from), on(after.score, to)];
  const ranks = (result: Result, year: number) =>
    Int32Array.from(unitIn[year], (own) => (own >= 0 ? result.rank[own] : 0));
  const rankBefore = ranks(before, from);
  const rankAfter = ranks(after, to);
  const { data, weights, scale } = split(panel, from, to, place, on);
  return {
    from: years[from],
    to: years[to],
    score: place[1].map((score, i) => score - place[0][i]),
    rank: rankAfter.map((rank, i) => (rank > 0 && rankBefore[i] > 0 ? rankBefore[i] - rank : 0)),
    data,
    weights,
    scale,
    tiers: migration(
      before,
      after,
      units.map((_, i) => [unitIn[from][i], unitIn[to][i]]),
    ),
  };
}

/** A step's part where three are taken: a third when first or last, a sixth in each of the two ways to be second. */
const firstOrLast = 1 / 3;
const second = 1 / 6;

function split(
  panel: PanelResult,
  from: number,
  to: number,
  [start, end]: readonly Float64Array[],
  on: (values: Float64Array, year: number) => Float64Array,
): Pick<Change, "data" | "weights" | "scale"> {
  const { results } = panel;
  const ends = [from, to];
  const sameWeights = results[from].weights.every((weight, k) => Object.is(weight, results[to].weights[k]));
  const sameScale = panel.scale !== "own";
  const known = new Map<string, Float64Array>();
  /** Scores with values, weights and scale of either year: 0 the earlier, 1 the later. */
  const scores = (data: number, weights: number, scale: number): Float64Array => {
    // A step that changes nothing is not taken.
    const w = sameWeights ? data : weights;
    const s = sameScale ? data : scale;
    if (data === w && data === s) return data === 0 ? start : end;
    const key = `${data}${w}${s}`;
    let found = known.get(key);
    if (!found) {
      const { study, recipe, stages } = results[ends[data]];
      const { denominated, imputed } = stages;
      const reference = sameScale ? sharedReference(panel) : ownReference(results[ends[s]]);
      const fixed = withWeights(study, results[ends[w]].weights);
      const byWeights = { ...recipe, weights: { general: choose("given"), levels: {} } };
      const variant = computeScores(fixed, byWeights, { denominated, imputed, issues: [] }, reference);
      found = on(variant.score, ends[data]);
      known.set(key, found);
    }
    return found;
  };
  const part = (at: (step: number, one: number, other: number) => Float64Array) => {
    const steps = [
      [0, 0, firstOrLast],
      [0, 1, second],
      [1, 0, second],
      [1, 1, firstOrLast],
    ].map(([one, other, share]) => ({ before: at(0, one, other), after: at(1, one, other), share }));
    return start.map((_, i) =>
      steps.reduce((sum, { before, after, share }) => sum + share * (after[i] - before[i]), 0),
    );
  };
  const nothing = start.map((value, i) => (Number.isNaN(end[i] - value) ? NaN : 0));
  const weights = sameWeights ? nothing : part((step, data, scale) => scores(data, step, scale));
  const scale = sameScale ? nothing.slice() : part((step, data, weight) => scores(data, weight, step));
  nothing.forEach((none, i) => {
    if (Number.isNaN(weights[i] + scale[i])) weights[i] = scale[i] = none;
  });
  // The rest, so that the parts add up to the last digit.
  const data = start.map((value, i) => end[i] - value - weights[i] - scale[i]);
  return { data, weights, scale };
}

function ownReference({ study, stages }: Result): Reference {
  return { units: study.units, imputed: stages.imputed };
}

/** What all years of a panel were fitted to; null where each was to itself. */
export function panelReference(panel: PanelResult): Reference | null {
  return panel.scale === "own" ? null : sharedReference(panel);
}

function sharedReference({ results, years, scale }: PanelResult): Reference {
  const prepared = results.map(({ stages, issues }) => ({ ...stages, issues }));
  const studies = results.map(({ study }) => study);
  return referenceOf(studies, prepared, scale === "pooled" ? -1 : years.indexOf(scale), scale, []);
}

/** The study with weights that are given, node by node. */
function withWeights(study: Study, weights: Float64Array): Study {
  return {
    ...study,
    nodes: study.nodes.map((node, k) => ({ ...node, weight: weights[k], weighting: null })),
  };
}

function migration(
  before: Result,
  after: Result,
  places: readonly (readonly [number, number] | readonly number[])[],
): TierMigration {
  const without = Math.max(before.tierLabels.length, after.tierLabels.length);
  const counts = Array.from({ length: without + 1 }, () => new Array<number>(without + 1).fill(0));
  const tierIn = ({ tierOf }: Result, own: number) => {
    const tier = own >= 0 ? tierOf[own] : -1;
    return tier >= 0 ? tier : without;
  };
  for (const [earlier, later] of places) counts[tierIn(before, earlier)][tierIn(after, later)] += 1;
  return {
    labels: after.tierLabels.length >= before.tierLabels.length ? after.tierLabels : before.tierLabels,
    counts,
  };
}
