import { area } from "../../base/address";
import { correlations, rowOf } from "../../engine/index";
import { fill } from "../../messages/say";
import { shown, type SheetContext } from "./context";
import { addSection, addTable, type Draft } from "./draft";
import { colours } from "./look";
import { coefficient, names, numbers } from "./statistics-columns";

/** More columns than this are no map that one can read; a higher level takes their place. */
const mostColumns = 30;

/** Pearson's correlation of every two indicators as a heat map; of the lowest level that is small enough where they are many. */
export function addCorrelationMap(draft: Draft, { result, words }: SheetContext): void {
  const { study, stages } = result;
  const deepest = Math.max(...study.nodes.map(({ level }) => level));
  let chosen = study.nodes.flatMap(({ indicator }, k) => (indicator >= 0 ? [k] : []));
  for (let level = deepest - 1; level > 0 && chosen.length > mostColumns; level -= 1)
    chosen = study.nodes.flatMap((node, k) => (node.level === level ? [k] : []));
  if (chosen.length < 2 || chosen.length > mostColumns) return;
  const matrix = correlations(chosen.map((k) => rowOf(stages.aggregated, k, study.units.length)));
  // Codes make narrow columns; the rows have the names.
  const coded = chosen.every((k) => study.nodes[k].code !== "");
  addSection(draft, words.diagnostics.map);
  const body = addTable(draft, "CorrelationMap", [
    names(
      words.common.node,
      chosen.map((k) => {
        const { code, name } = study.nodes[k];
        return coded && code !== name ? `${code} ${name}` : name;
      }),
    ),
    ...chosen.map((k, column) => ({
      header: coded ? study.nodes[k].code : study.nodes[k].name,
      width: coded ? 8 : 12,
      style: coefficient,
      cells: matrix.map((row) => shown(row[column])),
    })),
  ]);
  draft.conditionalFormats.push({
    kind: "colour-scale",
    low: colours.heatLow,
    middle: colours.heatMiddle,
    high: colours.heatHigh,
    ...area(body.top, 1, body.bottom, chosen.length),
  });
}

/** Every unit's index beside its covariates, in rank order: what the chart of the two is drawn from. */
export function addCovariates(
  draft: Draft,
  { result, diagnosis, words, index, scoreFormat }: SheetContext,
): void {
  const related = diagnosis.relations.map(({ column }) => column);
  const columns = result.study.columns.filter(({ name }) => related.includes(name));
  if (!columns.length) return;
  const units = Array.from(result.order);
  addSection(draft, fill(words.diagnostics.byUnit, { index }));
  addTable(draft, "IndexAndCovariates", [
    names(
      words.common.unit,
      units.map((unit) => result.study.units[unit].name),
    ),
    {
      header: words.common.score,
      key: "score",
      width: 11,
      style: { numberFormat: scoreFormat, align: "right" },
      cells: units.map((unit) => shown(result.score[unit])),
    },
    ...columns.map(({ name, values }) => ({
      ...numbers(
        name,
        units.map((unit) => values[unit]),
      ),
      key: `covariate ${name}`,
    })),
  ]);
}
