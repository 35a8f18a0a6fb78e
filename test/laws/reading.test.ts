import { readWorkbook, type Reading } from "../../src/workbook/read/read-workbook";
import { sameName } from "../../src/workbook/read/words";
import { damages, draws, type Draw } from "./damage";
import { contentsOf, messOf, sample, sampleNames, units, type Sample } from "./damaged-sample";

/** Kinds after which a value is rightly missing, with the column's count for a word. */
const emptying = ["a missing mark", "an empty text"];

/** What the reading of a damaged workbook says wrongly without a word; empty when it keeps to the law. */
function silentFaults(clean: Reading, found: Reading, kinds: readonly string[]): string[] {
  const faults: string[] = [];
  const before = clean.study!;
  const study = found.study;
  // How many values are missing stands at the column's header, and says nothing of any one of them.
  const told = new Set(found.issues.flatMap(({ at, code }) => (at && code !== "data.missing" ? [`${at.sheet} ${at.top} ${at.left}`] : []))); // prettier-ignore
  const isTold = (at: { sheet: string; top: number; left: number } | null | undefined) => !!at && told.has(`${at.sheet} ${at.top} ${at.left}`); // prettier-ignore
  if (!study)
    return found.issues.some(({ severity }) => severity === "error") ? [] : ["no study and no error"];
  const [m, n] = [before.units.length, study.units.length];
  const unitOf = new Map(study.units.map((unit, i) => [sameName(unit.name), i]));
  const known = new Set(before.units.map((unit) => sameName(unit.name)));
  study.units.forEach((unit, i) => {
    if (!known.has(sameName(unit.name)) && !isTold(found.places!.data.unit(i)))
      faults.push(`new unit ${unit.name}`);
  });
  before.units.forEach((unit, i) => {
    const at = unitOf.get(sameName(unit.name));
    if (at === undefined) {
      const isNamed = found.issues.some(({ params }) => Object.values(params).some((text) => sameName(text) === sameName(unit.name))); // prettier-ignore
      if (!isNamed) faults.push(`lost unit ${unit.name}`);
      return;
    }
    before.indicators.forEach((indicator, j) => {
      const [expected, value] = [before.values[j * m + i], study.values[j * n + at]];
      const same = Object.is(expected, value) || Math.abs(expected - value) <= 1e-12 * Math.abs(expected);
      if (same) return;
      const places = found.places!.data;
      const column = places.indicator[j];
      const explained = isTold(places.cell(j, at)) || isTold(column) || (column === null && isTold(found.places!.tree.indicatorAt[j])); // prettier-ignore
      // A missing mark and an empty cell are missing, as they say.
      if (Number.isNaN(value) && column !== null && kinds.some((kind) => emptying.includes(kind))) {
        if (
          explained ||
          found.issues.some(({ code, about }) => code === "data.missing" && about.indicator === j)
        )
          return;
      }
      const hasCopy = found.issues.some(({ code, about }) => code === "data.duplicate-column" && about.indicator === j); // prettier-ignore
      if (!explained && !hasCopy) faults.push(`${unit.name} at ${indicator.name}: ${value} for ${expected}`);
    });
  });
  return faults;
}

/** Kinds of damage after which the very study comes out that the clean workbook gives. */
const harmless = [
  "a number as text", "a number among spaces", "a number with a non-breaking space behind", "a zero-width space", "a line break behind",
  "non-breaking spaces between thousands", "full-width digits", "a star", "a note in brackets", "an apostrophe before", "a column as text",
  "a column full-width", "scientific notation", "a title above", "a title, a date and a unit above", "blank rows above",
  "a table away from A1", "a note below", "a source below", "remarks without a keyword below", "a header full-width", "spaces in a header",
  "groups of columns above the header", "units of measure below the header", "years below the header", "the header again",
  "the header again, with a title", "a total below", "合计 above", "a subtotal inside", "an average below", "a merged heading", "a heading",
  "blank rows inside", "a column of note letters", "a blank column", "a column of remarks", "row numbers", "hidden rows",
  "a second sheet that spells names otherwise", "a column on a second sheet", "a note's mark at a header", "a note's number at a header",
]; // prettier-ignore

const names = Object.keys(damages);
let samples: Sample[];
beforeAll(async () => {
  samples = await Promise.all(sampleNames.map(sample));
});

function spoil(sample: Sample, kinds: readonly string[], draw: Draw): Reading {
  const mess = messOf(sample);
  for (const kind of kinds) damages[kind](mess, draw);
  return readWorkbook(contentsOf(sample, mess), "en");
}

test("at least sixty kinds, and every sample is read whole before", () => {
  expect(names.length).toBeGreaterThanOrEqual(60);
  expect(harmless.filter((kind) => !names.includes(kind))).toEqual([]);
  for (const { clean } of samples) expect(clean.study!.units).toHaveLength(units);
});

test.each(harmless)("%s changes nothing", (kind) => {
  samples.forEach((each, s) => {
    for (let seed = 0; seed < 2; seed += 1) {
      const { study } = spoil(each, [kind], draws(seed * 31 + s));
      const order = new Map(study!.units.map((unit, i) => [sameName(unit.name), i]));
      const { units: own, values, indicators } = each.clean.study!;
      expect(study!.units).toHaveLength(own.length);
      indicators.forEach((_, j) => {
        const read = own.map((unit) => study!.values[j * own.length + order.get(sameName(unit.name))!]);
        expect([each.name, seed, ...read]).toEqual([each.name, seed, ...values.subarray(j * own.length, (j + 1) * own.length)]); // prettier-ignore
      });
    }
  });
});

test.each(names)("%s: the clean number or a word at the cell", (kind) => {
  samples.forEach((each, s) => {
    for (let seed = 0; seed < 3; seed += 1) {
      const kinds = [kind];
      const found = spoil(each, kinds, draws(seed * 97 + s));
      expect([each.name, seed, ...silentFaults(each.clean, found, kinds)]).toEqual([each.name, seed]);
    }
  });
});

test("pairs of kinds, drawn from a seed: the same law, and never a throw", () => {
  const draw = draws(20240601);
  for (let run = 0; run < 10_000; run += 1) {
    const each = samples[run % samples.length];
    const kinds = [names[Math.floor(draw() * names.length)], names[Math.floor(draw() * names.length)]];
    const found = spoil(each, kinds, draw);
    expect([run, each.name, ...kinds, ...silentFaults(each.clean, found, kinds)]).toEqual([
      run,
      each.name,
      ...kinds,
    ]);
  }
});
