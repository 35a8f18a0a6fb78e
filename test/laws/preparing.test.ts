import type { Area } from "../../src/base/address";
import type { Cell } from "../../src/base/table";
import type { SheetContent } from "../../src/workbook/port";
import { prepared } from "../../src/workbook/prepare/apply";
import { propose } from "../../src/workbook/prepare/propose";
import {
  parentsOf,
  withDirection,
  withParent,
  withRole,
  type Proposal,
} from "../../src/workbook/prepare/proposal";
import { defaultMissingMarks, foldMark } from "../../src/workbook/read/cell";
import { damages, draws, type Draw } from "./damage";
import { contentsOf, messOf, sample, sampleNames, units as unitCount } from "./damaged-sample";

const marks = new Set(defaultMissingMarks.map(foldMark));
const pick = <T>(draw: Draw, from: readonly T[]): T => from[Math.floor(draw() * from.length)];
const shuffled = <T>(draw: Draw, from: readonly T[]): T[] => from.map((each) => [draw(), each] as const).sort((a, b) => a[0] - b[0]).map(([, each]) => each); // prettier-ignore

const indicatorNames = ["人均GDP", "失业率", "Income, net", "PM2.5", "Schools (per 10,000)", "Life expectancy", "犯罪率", "R&D share %", "专利数；件", "\"Quoted\" score", "Parks", "Bus lines"]; // prettier-ignore
const nameHeaders = ["City", "城市", "Country or territory", "公司", "Who", null];
const pillars = ["Economy", "社会", "Environment, built", "City"];

interface Truth {
  readonly sheet: SheetContent;
  readonly units: readonly string[];
  readonly values: ReadonlyMap<string, readonly number[]>;
}

/** A plain table of some layout: titles, pillars above, groups, covariates, codes, totals and notes, in any order of columns. */
function plainTable(draw: Draw): Truth {
  const n = 5 + Math.floor(draw() * 20);
  const units = Array.from({ length: n }, (_, i) => `${pick(draw, ["东", "西", "North ", "St. ", "=", "-"])}${i} ${pick(draw, ["村", "ville", "市"])}`); // prettier-ignore
  const names = shuffled(draw, indicatorNames).slice(0, 2 + Math.floor(draw() * 6));
  const hasPillars = draw() < 0.5;
  const cut = 1 + Math.floor(draw() * (names.length - 1));
  const [one, other] = shuffled(draw, pillars);
  const columns: { head: Cell; upper: Cell; cells: Cell[] }[] = [];
  const values = new Map<string, number[]>();
  const add = (head: Cell, cells: Cell[], upper: Cell = null) => columns.push({ head, upper, cells });
  if (draw() < 0.3) add("No.", units.map((_, i) => i + 1)); // prettier-ignore
  add(pick(draw, nameHeaders), [...units]);
  if (draw() < 0.4) add("代码", units.map((_, i) => `0${1000 + i}`)); // prettier-ignore
  if (draw() < 0.6) add("Region", units.map((_, i) => pick(draw, ["N", "S", "E"].slice(i % 2)))); // prettier-ignore
  if (draw() < 0.5) add("常住人口", units.map(() => Math.round(draw() * 1e6))); // prettier-ignore
  names.forEach((name, k) => {
    const own = units.map(() => (draw() < 0.05 ? NaN : Math.round(draw() * 1e4) / 100));
    values.set(name, own);
    const upper = !hasPillars ? null : k === 0 ? one : k === cut ? other : null;
    add(name, own.map((value) => (Number.isNaN(value) ? pick(draw, [null, "-", "NA"]) : value)), upper); // prettier-ignore
  });
  const rows: Cell[][] = [columns.map(({ head }) => head), ...units.map((_, i) => columns.map(({ cells }) => cells[i]))]; // prettier-ignore
  const merges: Area[] = [];
  if (hasPillars) {
    const upper = columns.map((each) => each.upper);
    const heads = upper.flatMap((text, column) => (text === null ? [] : [column]));
    heads.forEach((left, k) =>
      merges.push({ top: 0, bottom: 0, left, right: (heads[k + 1] ?? columns.length) - 1 }),
    );
    rows.unshift(upper);
  }
  const title = columns.map((_, column): Cell => (column === 0 ? "附表一 2023 towns" : null));
  if (draw() < 0.4) {
    rows.unshift(
      title,
      columns.map(() => null),
    );
    for (const [k, area] of merges.entries())
      merges[k] = { ...area, top: area.top + 2, bottom: area.bottom + 2 };
  }
  const place = columns.findIndex(({ cells }) => cells[0] === units[0]);
  if (draw() < 0.3) rows.push(columns.map(({ cells }, column) => (column === place ? "合计" : typeof cells[0] === "number" ? 1e6 : null))); // prettier-ignore
  if (draw() < 0.3) rows.push(columns.map((_, column) => (column === 0 ? "注：数据为初步统计。" : null)));
  return { sheet: { sheet: pick(draw, ["Sheet1", "Towns", "综合评价", "人均GDP"]), top: 0, left: 0, rows, merges, hiddenRows: [], mark: null }, units, values }; // prettier-ignore
}

/** Corrections that a user may make, of every kind. */
function corrected(given: Proposal, draw: Draw): Proposal {
  let proposal = given;
  for (let k = 0; k < 4; k += 1) {
    const column = Math.floor(draw() * proposal.columns.length);
    const each = proposal.columns[column];
    if (each.role === "indicator" && draw() < 0.5) {
      proposal = withDirection(proposal, column, pick(draw, ["positive", "negative"] as const));
      proposal = withParent(proposal, column, pick(draw, ["", "New", ...parentsOf(proposal)]));
    } else if (each.role !== "name") {
      const roles = each.roles.filter((role) => role !== "name" && role !== "year" && role !== "code");
      proposal = withRole(proposal, column, pick(draw, roles));
    }
  }
  return proposal.columns.some(({ role }) => role === "indicator") ? proposal : given;
}

test("what is written for a plain table reads back as what was proposed, and every number as it stands", () => {
  const draw = draws(20240607);
  for (let run = 0; run < 400; run += 1) {
    const { sheet, units, values } = plainTable(draw);
    const first = propose(sheet, marks, "en");
    const label = `run ${run}: ${JSON.stringify(sheet.rows.slice(0, 5))}`;
    if (!first) throw new Error(`${label}: no proposal`);
    const proposal = corrected(first.proposal, draw);
    const { reading } = prepared([sheet], proposal, pick(draw, ["en", "zh-CN"] as const));
    const { study, recipe } = reading;
    const errors = reading.issues.filter(({ severity }) => severity === "error");
    expect([label, ...errors]).toEqual([label]);
    expect([label, ...study!.units.map(({ name }) => name)]).toEqual([label, ...units.map((unit) => unit)]);
    const wanted = proposal.columns.filter(({ role }) => role === "indicator");
    const own = (name: string) => study!.indicators.findIndex((each) => each.name === name);
    expect([label, ...study!.indicators.map(({ name }) => name).sort()]).toEqual([label, ...wanted.map(({ name }) => name).sort()]); // prettier-ignore
    for (const column of wanted) {
      const j = own(column.name);
      expect([label, study!.indicators[j].direction]).toEqual([label, column.direction]);
      const node = study!.nodes.find(({ indicator }) => indicator === j)!;
      const parent = study!.nodes[node.parent];
      expect([label, parent.level === 0 ? "" : parent.name.replace(/( \(group\)|（类）)$/, "")]).toEqual([label, column.parent]); // prettier-ignore
      const truth = values.get(column.name);
      const n = units.length;
      if (truth) expect([label, ...study!.values.subarray(j * n, (j + 1) * n)]).toEqual([label, ...truth]);
    }
    const columnsOf = (role: string) => proposal.columns.filter((each) => each.role === role).length;
    expect([label, (recipe.groups ?? study!.groups).length]).toEqual([label, columnsOf("group")]);
    const denied = recipe.covariates ?? study!.columns;
    expect([label, denied.length]).toEqual([label, columnsOf("covariate")]);
  }
});

test("a damaged sheet by itself is prepared all the same: every unit, and every column that is proposed is found again", async () => {
  const samples = await Promise.all(sampleNames.map(sample));
  for (const each of samples) {
    for (const [kind, damage] of Object.entries(damages)) {
      const mess = messOf(each);
      damage(mess, draws(7));
      const data = contentsOf({ ...each, others: [] }, mess)[0];
      const found = propose(data, marks, "en");
      if (!found) throw new Error(`${each.name}, ${kind}: no proposal`);
      const { study, places } = prepared([data], found.proposal, "en").reading;
      const proposed = found.proposal.columns.filter(({ role }) => role === "indicator").length;
      const read = places!.data.indicator.filter((place) => place !== null).length;
      expect([each.name, kind, read]).toEqual([each.name, kind, proposed]);
      expect(study!.units.length).toBeGreaterThanOrEqual(unitCount);
    }
  }
});
