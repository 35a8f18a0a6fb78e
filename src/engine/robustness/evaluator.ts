import type { Issue } from "../../base/issue";
import { aggregators } from "../aggregate/index";
import { countLacking } from "../availability";
import { impute } from "../impute/run";
import { findMethod, parameterValues, type MethodChoice } from "../method";
import type { Recipe } from "../recipe";
import { normalise } from "../scale";
import type { Prepared, Reference } from "../scores";
import { ranker } from "../stats/rank";
import type { Study } from "../study";
import { tierCutter } from "../tier/run";
import { treat } from "../treat/run";
import { plantTree, weighChildren, type Tree } from "../tree";
import { leaveOut, ownMethods, varyWeights, type Draw, type MethodsTaken } from "./draw";
import type { RobustnessPlan } from "./plan";

/** What is scored again and again, as plain data that a worker can be sent. */
export interface RobustnessJob {
  readonly study: Study;
  readonly recipe: Recipe;
  readonly plan: RobustnessPlan;
  readonly prepared: Prepared;
  /** What treatments and normalisers are fitted to; null for the study itself. */
  readonly reference: Reference | null;
}

/** The study scored by one combination of methods: a tree whose leaves are filled, and the weights that the recipe asks for. */
export interface Variant {
  readonly tree: Tree;
  /** Per node its weight inside its parent. */
  readonly weights: Float64Array;
  /** True where scores are on another scale than the recipe's and must be put on it before they are cut into tiers. */
  readonly otherScale: boolean;
  /** What scoring by it found. */
  readonly issues: readonly Issue[];
}

/** Scores a study by other weights and methods. All that it writes to is its own and is overwritten by the next run. */
export interface Evaluator {
  readonly job: RobustnessJob;
  readonly scores: Float64Array;
  readonly order: Int32Array;
  readonly ranks: Int32Array;
  readonly tierOf: Int32Array;
  /** Weights of the run, to be filled before `run`. */
  readonly weights: Float64Array;
  /** The recipe's own scores, ranks and tiers. */
  readonly nominal: {
    readonly scores: Float64Array;
    readonly ranks: Int32Array;
    readonly order: Int32Array;
    readonly tierOf: Int32Array;
    readonly cuts: readonly (readonly number[])[];
  };
  /** A combination of methods, kept for the next runs that take it. */
  variant(methods: MethodsTaken): Variant;
  /** Aggregates, ranks and (unless told not to) cuts into tiers by `weights`. */
  run(variant: Variant, withTiers?: boolean): void;
  /** A drawn run. */
  perform(draw: Draw, withTiers?: boolean): void;
}

/** Blocks that are kept for combinations of methods, in bytes. */
const memory = 128e6;

export function evaluator(job: RobustnessJob): Evaluator {
  const { study, recipe, plan } = job;
  const units = study.units.length;
  const keep = Math.max(2, Math.floor(memory / (8 * Math.max(1, study.nodes.length * units))));
  const variants = new Map<string, Variant>();
  const { rank } = ranker(units);
  const cutter = tierCutter(study, recipe);
  const weights = new Float64Array(study.nodes.length);
  const scores = new Float64Array(units);
  const order = new Int32Array(units);
  const ranks = new Int32Array(units);
  const tierOf = new Int32Array(units);
  // Refusals were told of when the variant was made.
  const ignored: Issue[] = [];

  function variant(methods: MethodsTaken): Variant {
    const key = `${methods.imputation} ${methods.treatment} ${methods.normalisation} ${methods.aggregation}`;
    let found = variants.get(key);
    if (!found) {
      if (variants.size >= keep) variants.delete(variants.keys().next().value!);
      found = makeVariant(job, methods);
      variants.set(key, found);
    }
    return found;
  }

  let model = scores;
  function run({ tree, otherScale }: Variant, withTiers = true): void {
    tree.climb(weights, ignored);
    ignored.length = 0;
    scores.set(tree.rows[0]);
    if (otherScale) ontoScaleOf(model, scores);
    rank(scores, order, ranks);
    if (withTiers) cutter.cut(scores, order, tierOf);
  }

  const own = variant(ownMethods);
  weights.set(own.weights);
  run(own);
  const nominal = {
    scores: scores.slice(),
    ranks: ranks.slice(),
    order: order.slice(),
    tierOf: tierOf.slice(),
    cuts: cutter.cuts.slice(),
  };
  model = nominal.scores;
  return {
    job,
    scores,
    order,
    ranks,
    tierOf,
    weights,
    nominal,
    variant,
    run,
    perform(drawn, withTiers) {
      const taken = variant(drawn.methods);
      if (drawn.weights && plan.weights)
        varyWeights(study, taken.weights, plan.weights, drawn.weights, weights);
      else weights.set(taken.weights);
      if (drawn.leftOut >= 0) leaveOut(study, drawn.leftOut, weights);
      run(taken, withTiers);
    },
  };
}

/** The recipe with the methods that a run takes. */
export function recipeWith(recipe: Recipe, plan: RobustnessPlan, methods: MethodsTaken): Recipe {
  const { imputation, treatment, normalisation, aggregation } = methods;
  return {
    ...recipe,
    imputation: imputation > 0 ? plan.imputation[imputation - 1] : recipe.imputation,
    treatment: treatment > 0 ? plan.treatment[treatment - 1] : recipe.treatment,
    normalisation: normalisation > 0 ? plan.normalisation[normalisation - 1] : recipe.normalisation,
    aggregation:
      aggregation > 0 ? { general: plan.aggregation[aggregation - 1], levels: {} } : recipe.aggregation,
  };
}

function makeVariant(job: RobustnessJob, methods: MethodsTaken): Variant {
  const { recipe, plan } = job;
  return variantOf(
    job,
    recipeWith(recipe, plan, methods),
    methods.aggregation > 0 ? plan.aggregation[methods.aggregation - 1] : null,
    methods.normalisation > 0,
  );
}

/**
 * A study made ready to be scored by a recipe: its leaves filled, its weights found. `aggregation` is the alternative that
 * the recipe took for its own; where that asks for values above zero (or not below) and the scale begins at zero or lower,
 * all leaves are first moved by a hundredth of the scale off its low end (0–100 becomes 1–100), as Min–max with 1–100 does.
 */
export function variantOf(
  { study, prepared, reference, recipe: nominal }: Omit<RobustnessJob, "plan">,
  recipe: Recipe,
  aggregation: MethodChoice | null,
  otherNormalisation: boolean,
): Variant {
  const issues: Issue[] = [];
  const { denominated } = prepared;
  const imputed =
    recipe.imputation === nominal.imputation ? prepared.imputed : impute(study, recipe, denominated, issues);
  const treated = treat(study, recipe, imputed, reference?.imputed ?? imputed, issues);
  const tree = plantTree(study, recipe, countLacking(study, denominated));
  normalise(study, recipe, treated, reference?.units ?? study.units, tree.leafOf, issues);
  const method = aggregation && findMethod(aggregators, aggregation);
  const domain = method && method.domain(parameterValues(method, aggregation));
  if ((domain === "positive" || domain === "not-negative") && recipe.scale[0] <= 0) lift(study, recipe, tree);
  const weights = new Float64Array(study.nodes.length);
  weights[0] = 1;
  tree.climb(weights, issues, (parent) => weighChildren(study, recipe, parent, tree, treated.block, issues));
  return {
    tree,
    weights,
    otherScale: otherNormalisation || (method !== null && !method.keeps.between),
    issues,
  };
}

function lift({ indicators }: Study, { scale: [low, high] }: Recipe, { leafOf }: Tree): void {
  const share = 0.99;
  indicators.forEach((_, j) => {
    const row = leafOf(j);
    for (let i = 0; i < row.length; i += 1) row[i] = high - share * (high - row[i]);
  });
  // 0–100 becomes 1–100; a scale that begins below zero is moved up to begin there.
  const least = high - share * (high - low);
  if (least <= 0)
    indicators.forEach((_, j) => {
      const row = leafOf(j);
      for (let i = 0; i < row.length; i += 1) row[i] += (1 - share) * (high - low) - least;
    });
}

/** Puts scores on the mean and standard deviation of others, in place, over the units that have both. Order stays. */
function ontoScaleOf(model: Float64Array, scores: Float64Array): void {
  let n = 0;
  let sumModel = 0;
  let sumScore = 0;
  for (let i = 0; i < scores.length; i += 1) {
    if (scores[i] !== scores[i] || model[i] !== model[i]) continue;
    n += 1;
    sumModel += model[i];
    sumScore += scores[i];
  }
  const meanModel = sumModel / n;
  const meanScore = sumScore / n;
  let squaresModel = 0;
  let squaresScore = 0;
  for (let i = 0; i < scores.length; i += 1) {
    if (scores[i] !== scores[i] || model[i] !== model[i]) continue;
    squaresModel += (model[i] - meanModel) * (model[i] - meanModel);
    squaresScore += (scores[i] - meanScore) * (scores[i] - meanScore);
  }
  const factor = squaresScore > 0 ? Math.sqrt(squaresModel / squaresScore) : 0;
  for (let i = 0; i < scores.length; i += 1) scores[i] = meanModel + factor * (scores[i] - meanScore);
}
