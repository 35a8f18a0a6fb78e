import type { Issue } from "../../base/issue";
import type { Locale } from "../../base/label";
import type { Diagnosis, Result, Robustness } from "../../engine/index";
import { aggregators, normalisers, weighters, type Method, type MethodChoice } from "../../engine/index";
import { fill, texts, type Texts } from "../../messages/say";
import type { DocumentCell, SheetKind } from "../document";
import type { Reading } from "../read/read-workbook";
import { planFormulas, type LivePlan } from "./live/live-plan";
import { textWidth } from "./draft";
import { decimalFormat, tierFills } from "./look";

/** What every result sheet is made from. */
export interface SheetContext {
  readonly result: Result;
  /** How sure it is; null where nobody asked. */
  readonly robustness: Robustness | null;
  /** Kinds of our sheets that stand in the workbook from an earlier run. */
  readonly standing: ReadonlySet<SheetKind>;
  readonly diagnosis: Diagnosis;
  readonly reading: Reading;
  readonly issues: readonly Issue[];
  readonly locale: Locale;
  readonly words: Texts["sheet"];
  /** What is written as formulas; null where everything is written as values. */
  readonly live: LivePlan | null;
  readonly index: string;
  readonly subtitle: string;
  readonly scoreFormat: string;
  readonly tierColours: readonly string[];
  readonly time: string;
  readonly version: string;
}

export function sheetContext(
  result: Result,
  diagnosis: Diagnosis,
  reading: Reading,
  issues: readonly Issue[],
  locale: Locale,
  run: {
    readonly now: string;
    readonly version: string;
    readonly formulas: boolean;
    readonly robustness: Robustness | null;
    readonly standing: ReadonlySet<SheetKind>;
  },
): SheetContext {
  const words = texts(locale).sheet;
  const { recipe } = result;
  const time = run.now.slice(0, 16).replace("T", " ");
  return {
    result,
    robustness: run.robustness,
    standing: run.standing,
    diagnosis,
    reading,
    issues,
    locale,
    words,
    live: run.formulas ? planFormulas(result, reading) : null,
    index: result.study.nodes[0].name,
    subtitle: fill(words.common.subtitle, {
      method: labelOf(normalisers, recipe.normalisation, locale),
      weights: labelOf(weighters, recipe.weights.general, locale),
      aggregation: labelOf(
        aggregators,
        result.study.nodes[0].aggregation ?? recipe.aggregation.levels[0] ?? recipe.aggregation.general,
        locale,
      ),
      time,
    }),
    scoreFormat: decimalFormat(recipe.decimals),
    tierColours: tierFills(result.tierLabels.length),
    time,
    version: run.version,
  };
}

export function labelOf(family: readonly Method[], choice: MethodChoice, locale: Locale): string {
  return family.find((method) => method.key === choice.key)?.label[locale] ?? choice.key;
}

/**
 * A number to twelve significant digits, or an en dash where there is none: what lies beyond is the noise of sums, and a
 * third of what goes to Excel.
 */
export function shown(value: number): DocumentCell {
  if (!Number.isFinite(value)) return "–";
  return Number.isInteger(value) ? value : twelveDigits(value);
}

/** By way of a whole number: not by way of text, which takes ten times as long, and there are millions of cells. */
function twelveDigits(value: number): number {
  const size = Math.abs(value);
  // Powers of ten are exact up to 1e22, so that the quotient is the number nearest to those digits.
  if (size >= 1e11 || size < 1e-10) return Number(value.toPrecision(12));
  let power = 1e11;
  for (let bound = 10; size >= bound; bound *= 10) power /= 10;
  for (let bound = 1; size < bound; bound /= 10) power *= 10;
  return Math.round(value * power) / power;
}

/** A number with all its digits, where formulas go on from it; an en dash where there is none. */
export function exact(value: number): DocumentCell {
  return Number.isFinite(value) ? value : "–";
}

/** "Code Name" for a node with a code, its name otherwise. */
export function nodeHeader(context: SheetContext, node: number): string {
  return context.result.study.nodes[node].name;
}

/** Room for the names of all nodes, each drawn in by its level. */
export function nodeWidth(context: SheetContext): number {
  const { nodes } = context.result.study;
  const texts = nodes.map((node, k) => " ".repeat(3 * Math.max(0, node.level - 1)) + nodeHeader(context, k));
  return textWidth(texts, 34, 70);
}

export function hasCodes(context: SheetContext): boolean {
  return context.result.study.units.some((unit) => unit.code !== "" && unit.code !== unit.name);
}
