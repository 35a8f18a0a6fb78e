/** The five years of the ASEM panel, against min–max and means written out plainly. */
import { scorePanel, score } from "../../src/engine/index";
import { asemStudy, recipe } from "./asem";
import { number, oracle } from "./csv";
import { expectNear } from "./near";

const rows = oracle("00_iData_panel.csv");
const years = [...new Set(rows.map((row) => row.Time))].sort();
const studies = years.map((year) => {
  const study = asemStudy();
  const byCode = new Map(rows.filter((row) => row.Time === year).map((row) => [row.uCode, row]));
  const cells = study.indicators.flatMap(({ code }) =>
    study.units.map((unit) => number(byCode.get(unit.code)![code])),
  );
  return { year, study: { ...study, values: Float64Array.from(cells) } };
});

test.each(["pooled", "2018", "2022"])("every year's scores on the scale %s", (scale) => {
  const panel = scorePanel(studies, recipe({}), scale);
  expect(panel.years).toEqual(["2018", "2019", "2020", "2021", "2022"]);
  const { nodes, indicators, units } = studies[0].study;
  const ends = indicators.map(({ code }) => {
    const column = rows
      .filter((row) => scale === "pooled" || row.Time === scale)
      .map((row) => number(row[code]))
      .filter((value) => !Number.isNaN(value));
    return [Math.min(...column), Math.max(...column)];
  });
  const naive = (node: number, row: Record<string, string>): number => {
    const { indicator: j, children } = nodes[node];
    if (j >= 0) {
      const share = (number(row[indicators[j].code]) - ends[j][0]) / (ends[j][1] - ends[j][0]);
      return 100 * (indicators[j].direction === "negative" ? 1 - share : share);
    }
    const parts = children
      .map((child) => ({ score: naive(child, row), weight: nodes[child].weight }))
      .filter((part) => !Number.isNaN(part.score));
    const total = parts.reduce((sum, part) => sum + part.weight, 0);
    return parts.reduce((sum, part) => sum + part.score * part.weight, 0) / total;
  };
  for (const row of rows) {
    const result = panel.results[years.indexOf(row.Time)];
    const unit = units.findIndex((each) => each.code === row.uCode);
    expectNear(result.score[unit], naive(0, row), `${row.uCode} in ${row.Time}`);
  }
});

test("on its own scale each year is what it is alone", () => {
  const panel = scorePanel(studies, recipe({}), "own");
  studies.forEach(({ study }, y) => expect(panel.results[y].score).toEqual(score(study, recipe({})).score));
});
