import type { Result } from "../../src/engine/index";
import { findSheet, setValue } from "../../src/hosts/xlsx/book";
import { bookWorkbook } from "../../src/hosts/xlsx/xlsx-workbook";
import {
  allUnits,
  extremes,
  findUnits,
  groupMeans,
  peersOf,
  scaleOf,
  shareOf,
  standings,
} from "../../src/taskpane/result-view";
import { scoreWorkbook } from "../../src/tasks/index";
import { smallBook } from "./small-book";

async function smallResult(): Promise<Result> {
  const book = smallBook();
  // The last town has no figures, so no score.
  for (const column of [2, 3, 4, 5]) setValue(findSheet(book, "Data")!, 12, column, null);
  const options = { locale: "en", now: "2026-03-01T14:02:00+01:00" } as const;
  return (await scoreWorkbook(bookWorkbook(book), options)).result!;
}

test("a unit is compared with its group first, then with all", async () => {
  const result = await smallResult();
  expect(peersOf(result, 0)).toEqual([{ column: "Region", value: "South" }, allUnits]);
});

test("standings are scores beside their peers' means", async () => {
  const result = await smallResult();
  const found = standings(result, 0, { column: "Region", value: "South" });
  const south = [...result.score].filter((_, unit) => unit % 2 === 0);
  const mean = south.reduce((sum, score) => sum + score, 0) / south.length;
  expect(found.map((each) => each.node)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(found[0].score).toBe(result.score[0]);
  expect(found[0].peers).toBeCloseTo(mean, 10);
  expect(found[0].difference).toBeCloseTo(result.score[0] - mean, 10);
});

test("gains and losses are indicators, largest first, and never both", async () => {
  const result = await smallResult();
  const [gains, losses] = extremes(result, standings(result, 0, allUnits), 5);
  for (const each of [...gains, ...losses]) expect(result.study.nodes[each.node].children).toHaveLength(0);
  expect(gains.every((each) => each.difference > 0)).toBe(true);
  expect(losses.every((each) => each.difference < 0)).toBe(true);
  const sizes = gains.map((each) => each.difference);
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
});

test("a unit without a score has no standings and comes last", async () => {
  const result = await smallResult();
  expect(standings(result, 11, allUnits)).toEqual([]);
  expect(findUnits(result, "").at(-1)).toBe(11);
});

test("units are found by any part of the name, whatever its width or case", async () => {
  const result = await smallResult();
  expect(findUnits(result, "ＴＯＷＮ 1").sort((a, b) => a - b)).toEqual([0, 9, 10, 11]);
  expect(findUnits(result, "village")).toEqual([]);
});

test("group means stand best first", async () => {
  const means = groupMeans(await smallResult(), "Region").map((each) => each.mean);
  expect(means).toHaveLength(2);
  expect(means[0]).toBeGreaterThanOrEqual(means[1]);
});

test("the scale is the recipe's own unless scores leave it, and places are cut to it", async () => {
  const result = await smallResult();
  expect(scaleOf(result, result.score)).toEqual([0, 100]);
  expect(scaleOf(result, Float64Array.of(-1.5, NaN, 2))).toEqual([-1.5, 2]);
  expect([-5, 25, 400].map((value) => shareOf([0, 100], value))).toEqual([0, 0.25, 1]);
});
