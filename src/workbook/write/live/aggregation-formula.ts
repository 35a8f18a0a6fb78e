import { atLevel, type Result } from "../../../engine/index";

/** One child of a node: the cells of its score and of its weight in the parent. */
export interface ChildCells {
  readonly score: string;
  readonly weight: string;
  /** False where the engine gave the child no weight at all. */
  readonly counts: boolean;
}
/** A parent's score as a formula (without "=") over its children's cells; an error where no child can be used. */
export type AggregationFormula = (children: readonly ChildCells[]) => string;

const sum = (terms: readonly string[]) => terms.join("+");
/** The weights of the children that are there. */
const present = (children: readonly ChildCells[]) =>
  sum(children.map(({ score, weight }) => `${weight}*ISNUMBER(${score})`));

/**
 * A term for a child that is there and weighs something: what a formula makes of it must not be worked out otherwise, for
 * the logarithm of a child that does not count may not exist.
 */
const term = ({ score, weight, counts }: ChildCells, made: string) =>
  counts ? `IF(ISNUMBER(${score}),${made},0)` : `IF(${weight}*ISNUMBER(${score})>0,${made},0)`;

const counting = (children: readonly ChildCells[]) =>
  children
    .filter(({ counts }) => counts)
    .map(({ score }) => score)
    .join(",");

const formulas: Readonly<Record<string, AggregationFormula>> = {
  arithmetic: (children) =>
    `(${sum(children.map(({ score, weight }) => `${weight}*N(${score})`))})/(${present(children)})`,
  geometric: (children) =>
    `EXP((${sum(children.map((child) => term(child, `${child.weight}*LN(${child.score})`)))})/(${present(children)}))`,
  harmonic: (children) =>
    `(${present(children)})/(${sum(children.map((child) => term(child, `${child.weight}/IF(${child.score}>0,${child.score},0)`)))})`,
  minimum: (children) => `MIN(${counting(children)})`,
  maximum: (children) => `MAX(${counting(children)})`,
};

/** Excel takes no longer formula, and some room is left for what stands around it. */
const longest = 7500;

/** The formula of a node with children; null for other methods. Children too many for one formula have none either. */
export function aggregationFormula({ study, recipe }: Result, k: number): AggregationFormula | null {
  const node = study.nodes[k];
  if (node.children.length === 0) return null;
  const choice = node.aggregation ?? atLevel(recipe.aggregation, node.level);
  const formula = formulas[choice.key];
  const sample = node.children.map(() => ({ score: "AAA99999", weight: "Weights!$AA$9999", counts: true }));
  return formula && formula(sample).length < longest ? formula : null;
}
