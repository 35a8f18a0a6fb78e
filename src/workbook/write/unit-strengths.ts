import { each, part, type Gradual } from "../../base/gradual";
import { costliest, standings, strengths, type Diagnosis, type Standing } from "../../engine/index";
import type { SheetContext } from "./context";
import { addSection, addTable, type Draft, type TableColumn } from "./draft";
import { names, numbers, whole } from "./statistics-columns";

/** How many strengths, weaknesses and lost points of a unit are named. */
const named = 3;

/** Every unit with a score, best first: the indicators it stands best and worst in, and those that cost it most. */
export function* addUnits(draft: Draft, context: SheetContext, { lost }: Diagnosis): Gradual<void> {
  const { result, words } = context;
  const { study } = result;
  const d = words.diagnostics;
  const table = yield* part(0, 0.4, standings(result));
  const units = Array.from(result.order).filter((unit) => result.rank[unit] > 0);
  // Codes, where the framework has them for all: names would ask for columns that numbers above have no use for.
  const coded = study.indicators.every((indicator) => indicator.code !== "");
  const short = (leaf: number) => (coded ? study.nodes[leaf].code : study.nodes[leaf].name);
  const ranked = ({ leaf, rank }: Standing) => `${short(leaf)} (${rank})`;
  const rows = yield* part(
    0.4,
    0.9,
    each(units, (unit) => {
      const found = strengths(table, unit, { rule: "rank", count: named });
      const dearest = lost ? costliest(result, lost, unit, named) : [];
      return {
        best: found.strengths.map(ranked),
        worst: found.weaknesses.map(ranked).reverse(),
        costs: dearest.map(({ node, share }) => `${short(node)} (${(100 * share).toFixed(1)}%)`),
      };
    }),
  );
  // One column a place, so that a column can be filtered by an indicator.
  const columns = (header: string, texts: readonly (readonly string[])[]): TableColumn[] =>
    Array.from({ length: named }, (_, place) => ({
      header: `${header} ${place + 1}`,
      width: coded ? 14 : 24,
      style: { indent: 1 },
      cells: texts.map((own) => own[place] ?? null),
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
    ...columns(
      d.strengths,
      rows.map(({ best }) => best),
    ),
    ...columns(
      d.weaknesses,
      rows.map(({ worst }) => worst),
    ),
    ...(lost
      ? columns(
          d.costs,
          rows.map(({ costs }) => costs),
        )
      : []),
  ]);
}
