import { costliest, standings, strengths, type Diagnosis, type Standing } from "../../engine/index";
import type { SheetContext } from "./context";
import { addSection, addTable, type Draft, type TableColumn } from "./draft";
import { names, numbers, whole } from "./statistics-columns";

/** How many strengths, weaknesses and lost points of a unit are named. */
const named = 3;

/** Every unit with a score, best first: the indicators it stands best and worst in, and those that cost it most. */
export function addUnits(draft: Draft, context: SheetContext, { lost }: Diagnosis): void {
  const { result, words } = context;
  const { study } = result;
  const d = words.diagnostics;
  const table = standings(result);
  const units = Array.from(result.order).filter((unit) => result.rank[unit] > 0);
  const places = units.map((unit) => strengths(table, unit, { rule: "rank", count: named }));
  // Codes, where the framework has them for all: names would ask for columns that numbers above have no use for.
  const coded = study.indicators.every((indicator) => indicator.code !== "");
  const short = (leaf: number) => (coded ? study.nodes[leaf].code : study.nodes[leaf].name);
  const ranked = (standing: Standing | undefined) =>
    standing ? `${short(standing.leaf)} (${standing.rank})` : null;
  const costs = units.map((unit) =>
    lost
      ? costliest(result, lost, unit, named).map(
          ({ node, share }) => `${short(node)} (${(100 * share).toFixed(1)}%)`,
        )
      : [],
  );
  // One column a place, so that a column can be filtered by an indicator.
  const columns = (header: string, cell: (row: number, place: number) => string | null): TableColumn[] =>
    Array.from({ length: named }, (_, place) => ({
      header: `${header} ${place + 1}`,
      width: coded ? 14 : 24,
      style: { indent: 1 },
      cells: units.map((_unit, row) => cell(row, place)),
    }));
  addSection(draft, d.units);
  addTable(draft, "Strengths", [
    names(
      words.common.unit,
      units.map((unit) => study.units[unit].name),
    ),
    numbers(
      words.common.rank,
      units.map((unit) => result.rank[unit]),
      whole,
    ),
    ...columns(d.strengths, (row, place) => ranked(places[row].strengths[place])),
    ...columns(d.weaknesses, (row, place) => ranked([...places[row].weaknesses].reverse()[place])),
    ...(lost ? columns(d.costs, (row, place) => costs[row][place] ?? null) : []),
  ]);
}
