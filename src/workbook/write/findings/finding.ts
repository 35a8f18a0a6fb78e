import type { GroupSummary } from "../../../engine/index";
import { fill, texts, type Texts } from "../../../messages/say";
import type { SheetDocument, SheetKind } from "../../document";
import type { SheetContext } from "../context";
import { tableCells, type TableCells } from "../table-cells";
import { figure, joined, phrase, type Figure, type FigureStyle, type Phrase } from "./sentence";

export interface Finding {
  readonly topic: keyof Texts["findings"]["topics"];
  /** Sentences that belong together. */
  readonly sentences: readonly Phrase[];
}

/** Units of one group, or of all: places in the result's list of summaries. */
export interface GroupSet {
  readonly column: string | null;
  /** Null for all units. */
  readonly label: string | null;
  readonly units: number;
  /** Units with a score. */
  readonly n: number;
}

/** What rules are made of: the result, its sheets' cells, and words. */
export interface Evidence {
  readonly context: SheetContext;
  readonly words: Texts["findings"];
  table(kind: SheetKind, name: string): TableCells;
  /** All units first, then each column's groups. */
  readonly sets: readonly GroupSet[];
  readonly all: GroupSet;
  summary(set: GroupSet, node: number): GroupSummary;
  /** The mean of a node in a group, from the table of means. */
  mean(set: GroupSet, node: number): Figure;
  /** Another statistic of a node in a group, by its column's key. */
  statistic(set: GroupSet, node: number, key: string, style?: FigureStyle): Figure;
  /** A cell of a unit's row on Scores. */
  score(unit: number, key: string, style?: FigureStyle): Figure;
  list(phrases: readonly Phrase[]): Phrase;
  /** At most `most` names, and how many others there are. */
  names(names: readonly string[], most: number): string;
  named(name: string, value: Figure): Phrase;
  /** A group's label; with its column where another column has one of that name. */
  nameOf(set: GroupSet): string;
  /** A group with a figure of it, and with how few units it has where that makes it thin. */
  namedGroup(set: GroupSet, value: Figure): Phrase;
}

/** A group with fewer scored units is thin: its figures are hedged. */
export const fewUnits = 5;

export function evidence(context: SheetContext, documents: readonly SheetDocument[]): Evidence {
  const { result, locale } = context;
  const words = texts(locale).findings;
  const { separator } = context.words.common;
  const tables = new Map<string, TableCells>();
  const table = (kind: SheetKind, name: string): TableCells => {
    const known = tables.get(name);
    if (known) return known;
    const document = documents.find((each) => each.kind === kind)!;
    const made = tableCells(
      document,
      document.rows.map((row) => [...row]),
      name,
    );
    tables.set(name, made);
    return made;
  };
  const nodes = result.study.nodes.length;
  const sets = result.groups
    .filter(({ node }) => node === 0)
    .map(({ column, value, units, n }): GroupSet => ({ column, label: value, units, n }));
  const placeOf = (set: GroupSet) =>
    sets.findIndex((each) => each.column === set.column && each.label === set.label);
  const position = new Int32Array(result.order.length);
  result.order.forEach((unit, place) => (position[unit] = place));
  const list = (phrases: readonly Phrase[]): Phrase =>
    phrases.length < 2
      ? phrases.flat()
      : [...joined(phrases.slice(0, -1), separator), words.listLast, ...phrases[phrases.length - 1]];
  const columnsWith = new Map<string | null, number>();
  for (const { label } of sets) columnsWith.set(label, (columnsWith.get(label) ?? 0) + 1);
  const nameOf = ({ column, label }: GroupSet) =>
    columnsWith.get(label)! > 1 ? fill(words.labelled, { column: column!, label: label! }) : label!;
  const statistic: Evidence["statistic"] = (set, node, key, style = "score") => {
    const statistics = table("groups", "GroupStatistics");
    return figure(statistics, key, statistics.top + placeOf(set) * nodes + node, style);
  };
  return {
    context,
    words,
    table,
    sets,
    all: sets[0],
    summary: (set, node) => result.groups[placeOf(set) * nodes + node],
    mean: (set, node) => {
      const means = table("groups", "GroupMeans");
      return figure(means, `node ${node}`, means.top + placeOf(set), "score");
    },
    statistic,
    score: (unit, key, style = "score") => {
      const scores = table("scores", "Scores");
      return figure(scores, key, scores.top + position[unit], style);
    },
    list,
    names: (names, most) =>
      names.length <= most + 1
        ? names.join(separator)
        : names.slice(0, most).join(separator) + fill(words.others, { count: names.length - most }),
    named: (name, value) => phrase(words.named, { name, value }),
    nameOf,
    namedGroup: (set, value) =>
      set.n < fewUnits
        ? phrase(words.namedFew, { name: nameOf(set), value, n: statistic(set, 0, "n", "count") })
        : phrase(words.named, { name: nameOf(set), value }),
  };
}

/** Label columns whose groups take in (nearly) every unit, and those that single out some. */
export function columnsOf({
  context,
  sets,
}: Evidence): { column: string; groups: GroupSet[]; whole: boolean }[] {
  const units = context.result.study.units.length;
  return context.result.groupRanks.map(({ column }) => {
    const groups = sets.filter((set) => set.column === column);
    const covered = groups.reduce((sum, set) => sum + set.units, 0);
    return { column, groups, whole: covered >= 0.9 * units };
  });
}
