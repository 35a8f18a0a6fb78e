import { atLevel, aggregators, normalisers, tierings, weighters } from "../../../engine/index";
import { fill } from "../../../messages/say";
import { settingLabel } from "../../settings";
import { labelOf, type SheetContext } from "../context";
import type { LivePlan } from "./live-plan";

/** One stage of the pipeline, and whether it stands as formulas or as numbers. */
export interface LiveNote {
  readonly stage: string;
  readonly how: string;
}

/** Says of every stage what of it is a formula and what is a number of the run, and why. */
export function liveNotes(context: SheetContext, plan: LivePlan): LiveNote[] {
  const { result, words, locale } = context;
  const { study, recipe, stages } = result;
  const say = words.live.stages;
  const units = study.units.length;
  let fixed = 0;
  let there = 0;
  plan.values.forEach((source, j) => {
    for (let i = 0; i < units; i += 1) {
      if (Number.isNaN(stages.treated[j * units + i])) continue;
      there += 1;
      if (!source?.holds[i]) fixed += 1;
    }
  });
  const named = (names: readonly string[]) => {
    const distinct = [...new Set(names)];
    const few = distinct.slice(0, 8).join(words.common.separator);
    return distinct.length > 8 ? `${few}${words.common.separator}…` : few;
  };
  const numbers = (methods: readonly string[]) =>
    methods.length === 0 ? say.formulas : fill(say.numbers, { what: named(methods) });
  const scales = study.indicators.flatMap((indicator, j) =>
    plan.scales[j] ? [] : [labelOf(normalisers, indicator.normalisation ?? recipe.normalisation, locale)],
  );
  const parents = study.nodes.filter((node) => node.children.length > 0);
  const weights = parents.flatMap((node) => {
    const choice = node.weighting ?? atLevel(recipe.weights, node.level + 1);
    return choice.key === "given" ? [] : [labelOf(weighters, choice, locale)];
  });
  if (recipe.firstLevelWeights) weights.push(settingLabel("first-level weights", locale));
  const nodes = study.nodes.flatMap((node, k) =>
    node.children.length === 0 || plan.nodes[k]
      ? []
      : [labelOf(aggregators, node.aggregation ?? atLevel(recipe.aggregation, node.level), locale)],
  );
  return [
    { stage: say.values, how: fixed === 0 ? say.formulas : fill(say.someNumbers, { fixed, there }) },
    { stage: say.scores, how: numbers(scales) },
    { stage: say.weights, how: numbers(weights) },
    { stage: say.nodes, how: numbers(nodes) },
    { stage: say.ranks, how: say.formulas },
    { stage: say.tiers, how: numbers(plan.cuts ? [] : [labelOf(tierings, recipe.tiers, locale)]) },
    { stage: say.groups, how: say.formulas },
    { stage: say.rest, how: say.run },
  ];
}
