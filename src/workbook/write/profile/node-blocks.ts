import { area } from "../../../base/address";
import { rowOf } from "../../../engine/index";
import type { DocumentCell } from "../../document";
import { nodeHeader, type SheetContext } from "../context";
import { addStyle } from "../draft";
import { looks, shareFormat, wholeFormat } from "../look";
import { glanceNodes, rankAt } from "./chosen-unit";
import { addBlock, addLine, at, calculated, columns, dash, groupCell, none, setLooks, span } from "./page";
import type { ProfileSources } from "./sources";

/** Where each node's row stands in the list of all nodes. */
export interface NodeRows {
  readonly top: number;
  readonly bottom: number;
  readonly row: (node: number) => number;
}

export function nodeRowsAt({ result }: SheetContext, top: number): NodeRows {
  return { top, bottom: top + result.study.nodes.length - 1, row: (node) => top + node };
}

/** Columns of the list of all nodes, and its working columns. */
const list = { name: 0, score: 1, rank: 2, group: 3, all: 4, less: 5, points: 6, share: 7 } as const;
const working = {
  parent: columns.working,
  present: columns.working + 1,
  weight: columns.working + 2,
  strength: columns.working + 3,
  loss: columns.working + 4,
} as const;

/** How many strengths, weaknesses and losses: so many that none is both where there are few indicators. */
function notable({ result }: SheetContext): number {
  return Math.max(1, Math.min(5, Math.floor(result.study.indicators.length / 2)));
}
export function notableRows(context: SheetContext): number {
  return (context.diagnosis.lost ? 3 : 2) * (2 + notable(context));
}

const meanOf = ({ result }: SheetContext, node: number, column: string | null, value: string | null) =>
  result.groups.find((each) => each.node === node && each.column === column && each.value === value)?.mean ??
  NaN;

/** The unit's figures, for what the cells hold as written. */
function figuresOf({ context, unit, column }: ProfileSources, node: number) {
  const { result, diagnosis } = context;
  const { study, stages } = result;
  const group = study.groups.find(({ name }) => name === column);
  const mine = group?.labels[group.of[unit]] ?? null;
  const at = node * study.units.length + unit;
  return {
    score: rowOf(stages.aggregated, node, study.units.length)[unit],
    rank: rankAt(context, node, unit),
    group: mine === null ? NaN : meanOf(context, node, column, mine),
    all: meanOf(context, node, null, null),
    points: diagnosis.lost?.points[at] ?? NaN,
    share: diagnosis.lost?.shares[at] ?? NaN,
  };
}

/** Some nodes beside the means of the group and of all; the charts are drawn from it. Gives its first and last row. */
export function addGlance(
  sources: ProfileSources,
  rows: NodeRows,
): { top: number; bottom: number; nodes: number[] } {
  const { context, words, draft, column } = sources;
  const nodes = glanceNodes(context);
  const headers = [words.glance, context.words.common.score, words.all, words.fromAll];
  const top = addBlock(draft, column === null ? headers : [...headers, words.group]);
  for (const node of nodes) {
    const { score, all, group } = figuresOf(sources, node);
    const row = rows.row(node);
    const copy = (from: number, value: number) => calculated(at(row, from), value);
    const line = draft.rows.length;
    addLine(draft, [
      nodeHeader(context, node),
      copy(list.score, score),
      copy(list.all, all),
      calculated(`IFERROR(${at(line, 1)}-${at(line, 2)},${none})`, score - all),
      ...(column === null ? [] : [copy(list.group, group)]),
    ]);
  }
  const bottom = draft.rows.length - 1;
  const number = { numberFormat: context.scoreFormat, align: "right" } as const;
  const signed = {
    numberFormat: `+${context.scoreFormat};-${context.scoreFormat};${context.scoreFormat}`,
    align: "right",
  } as const;
  setLooks(draft, top, bottom, [
    { ...number, bold: true },
    number,
    signed,
    ...(column === null ? [] : [number]),
  ]);
  return { top, bottom, nodes };
}

/** Strengths, weaknesses and, where the index is a sum of its parts, what costs the unit most. */
export function addNotable(sources: ProfileSources, rows: NodeRows): void {
  const { context, words, draft } = sources;
  const { result, diagnosis, words: sheet } = context;
  const count = notable(context);
  const keys = (column: number) => span(column, rows.top, rows.bottom);
  const strength = keys(working.strength);
  const loss = keys(working.loss);
  const leaves = result.study.nodes.flatMap(({ indicator }, node) => (indicator >= 0 ? [node] : []));
  const figures = new Map(leaves.map((leaf) => [leaf, figuresOf(sources, leaf)]));
  const ranked = leaves
    .filter((leaf) => !Number.isNaN(figures.get(leaf)!.rank))
    .sort((a, b) => figures.get(a)!.rank - figures.get(b)!.rank || a - b);
  const costly = leaves
    .filter((leaf) => figures.get(leaf)!.share > 0)
    .sort((a, b) => figures.get(b)!.share - figures.get(a)!.share || a - b);

  const number = { numberFormat: context.scoreFormat, align: "right" } as const;
  const whole = { numberFormat: wholeFormat, align: "right" } as const;
  const block = (
    heading: string,
    headers: readonly [string, string, string],
    from: readonly [number, number, number],
    found: (place: number) => { formula: string; node: number | undefined },
    formats: readonly (typeof number | typeof whole | { numberFormat: string; align: "right" })[],
  ) => {
    const top = addBlock(draft, [heading, ...headers]);
    for (let k = 1; k <= count; k += 1) {
      const { formula, node } = found(k);
      const line = draft.rows.length;
      const lookUp = (column: number, value: string | number): DocumentCell =>
        calculated(
          `IFERROR(INDEX(${keys(column)},${at(line, columns.working)}),${none})`,
          node === undefined ? dash : value,
        );
      const known = node === undefined ? undefined : figures.get(node)!;
      const values: Record<number, number> = known
        ? {
            [list.score]: known.score,
            [list.rank]: known.rank,
            [list.all]: known.all,
            [list.points]: known.points,
            [list.share]: known.share,
          }
        : {};
      addLine(
        draft,
        [
          lookUp(list.name, node === undefined ? dash : nodeHeader(context, node)),
          ...from.map((column) => lookUp(column, values[column])),
        ],
        [calculated(formula, node === undefined ? dash : node + 1)],
      );
    }
    setLooks(draft, top, draft.rows.length - 1, formats);
  };
  const scored = [sheet.common.score, sheet.common.rank, words.all] as const;
  const scoredFrom = [list.score, list.rank, list.all] as const;
  block(
    words.strengths,
    scored,
    scoredFrom,
    (k) => ({
      formula: `IFERROR(MATCH(SMALL(${strength},${k}),${strength},0),${none})`,
      node: ranked[k - 1],
    }),
    [number, whole, number],
  );
  block(
    words.weaknesses,
    scored,
    scoredFrom,
    (k) => ({
      formula: `IFERROR(IF(COUNT(${strength})-${k}<${count},${none},MATCH(LARGE(${strength},${k}),${strength},0)),${none})`,
      node: ranked.length - k < count ? undefined : ranked[ranked.length - k],
    }),
    [number, whole, number],
  );
  if (!diagnosis.lost) return;
  block(
    words.costs,
    [words.points, words.share, sheet.common.score],
    [list.points, list.share, list.score],
    (k) => ({
      formula: `IFERROR(IF(LARGE(${loss},${k})>0,MATCH(LARGE(${loss},${k}),${loss},0),${none}),${none})`,
      node: costly[k - 1],
    }),
    [number, { numberFormat: shareFormat, align: "right" }, number],
  );
}

/** Every node with its score, rank, the means it is compared with and what it costs. */
export function addNodes(sources: ProfileSources, rows: NodeRows, groupRow: number): void {
  const { context, words, draft, scores, means, weights, own, column } = sources;
  const { result, diagnosis, words: sheet, scoreFormat } = context;
  const { nodes } = result.study;
  const headers = [
    words.nodes,
    sheet.common.score,
    sheet.common.rank,
    words.group,
    words.all,
    words.fromGroup,
  ];
  if (column === null) headers.splice(3, 3, "", words.all, words.fromAll);
  const top = addBlock(draft, diagnosis.lost ? [...headers, words.points, words.share] : headers);
  if (top !== rows.top) throw new Error(`the list of nodes stands at ${top}, not at ${rows.top}`);
  const sets = result.groups.filter((each) => each.node === 0);
  const firstOf = means.top + sets.findIndex((set) => set.column === column);
  const lastOf = firstOf + sets.filter((set) => set.column === column).length - 1;
  const inMeans = (key: string) => {
    const [first, last] = [means.cell(key, firstOf), means.cell(key, lastOf)];
    return `${first}:${last.slice(last.lastIndexOf("!") + 1)}`;
  };
  const presents = span(working.present, rows.top, rows.bottom);
  const parents = span(working.parent, rows.top, rows.bottom);
  nodes.forEach((node, k) => {
    const row = draft.rows.length;
    const figures = figuresOf(sources, k);
    const score = at(row, list.score);
    const compared = column === null ? list.all : list.group;
    const isLeaf = node.indicator >= 0;
    const weight = at(row, working.weight);
    const inIndex = present(sources, k);
    addLine(
      draft,
      [
        nodeHeader(context, k),
        calculated(own(`node ${k}`), figures.score),
        calculated(
          `IF(ISNUMBER(${score}),COUNTIF(${scores.column(`node ${k}`)},">"&(${score}+10^-9))+1,${none})`,
          figures.rank,
        ),
        column === null
          ? null
          : calculated(
              `IFERROR(INDEX(${inMeans(`node ${k}`)},MATCH(${at(groupRow, groupCell)},${inMeans("group")},0)),${none})`,
              figures.group,
            ),
        calculated(means.cell(`node ${k}`, means.top), figures.all),
        calculated(
          `IFERROR(${score}-${at(row, compared)},${none})`,
          figures.score - (column === null ? figures.all : figures.group),
        ),
        ...(diagnosis.lost
          ? [
              calculated(
                `IF(ISNUMBER(${score}),${weight}*(${result.recipe.scale[1]}-${score}),${none})`,
                figures.points,
              ),
              calculated(
                `IFERROR(IF(${at(row, list.points)}=0,0,${at(row, list.points)}/${at(rows.top, list.points)}),${none})`,
                figures.share,
              ),
            ]
          : []),
      ],
      [
        node.parent,
        calculated(`IF(ISNUMBER(${score}),${weights.cell("nominal", weights.top + k)},0)`, inIndex.nominal),
        k === 0
          ? calculated(`IF(ISNUMBER(${score}),1,0)`, inIndex.weight)
          : calculated(
              `IFERROR(${at(rows.row(node.parent), working.weight)}*${at(row, working.present)}/SUMIFS(${presents},${parents},${at(row, working.parent)}),0)`,
              inIndex.weight,
            ),
        // Ties keep the framework's order: a node's place is a small part of its key.
        isLeaf
          ? calculated(
              `IF(ISNUMBER(${at(row, list.rank)}),${at(row, list.rank)}+${k}/10^6,"")`,
              Number.isNaN(figures.rank) ? "" : figures.rank + k / 10 ** 6,
            )
          : null,
        isLeaf && diagnosis.lost
          ? calculated(
              `IF(ISNUMBER(${at(row, list.share)}),${at(row, list.share)}-${k}/10^9,"")`,
              Number.isNaN(figures.share) ? "" : figures.share - k / 10 ** 9,
            )
          : null,
      ],
    );
    draft.links.push({
      row,
      column: 0,
      target: { kind: "weights", ...weights.place("node", weights.top + k) },
    });
    if (node.level > 1) addStyle(draft, area(row, 0), { indent: Math.min(2 * (node.level - 1), 14) });
    if (node.level <= 1) addStyle(draft, area(row, 0), looks.bold);
  });
  const number = { numberFormat: scoreFormat, align: "right" } as const;
  const signed = { numberFormat: `+${scoreFormat};-${scoreFormat};${scoreFormat}`, align: "right" } as const;
  const share = { numberFormat: shareFormat, align: "right" } as const;
  setLooks(draft, top, draft.rows.length - 1, [
    { ...number, bold: true },
    { numberFormat: wholeFormat, align: "right" },
    number,
    number,
    signed,
    ...(diagnosis.lost ? [number, share] : []),
  ]);
  nodes.forEach((node, k) => {
    if (node.level === 1) addStyle(draft, area(top + k, 0, top + k, diagnosis.lost ? 7 : 5), looks.tint);
  });
}

/** A node's weight in its parent where the unit has a score there, and its weight in the unit's index: missing siblings' go to the others. */
function present({ context, unit }: ProfileSources, node: number): { nominal: number; weight: number } {
  const { result } = context;
  const { nodes, units } = result.study;
  const has = (k: number) => !Number.isNaN(result.stages.aggregated[k * units.length + unit]);
  const nominal = has(node) ? result.weights[node] : 0;
  let weight = has(0) ? 1 : 0;
  for (let k = node; k > 0; k = nodes[k].parent) {
    const siblings = nodes[nodes[k].parent].children.filter(has);
    const sum = siblings.reduce((total, each) => total + result.weights[each], 0);
    weight *= sum === 0 || !has(k) ? 0 : result.weights[k] / sum;
  }
  return { nominal, weight };
}
