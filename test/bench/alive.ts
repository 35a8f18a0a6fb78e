/**
 * A process of its own that scores 20,000 × 100 through Excel's host on the real Office.js library, as the pane does, and
 * prints how long, at the longest, the page's thread was not let go. What Excel itself does meanwhile is not counted: its
 * thread is another.
 */
import type { Cell } from "../../src/base/table";
import { breathing } from "../../src/commands/breathe";
import { excelWorkbook } from "../../src/hosts/excel/excel-workbook";
import { addSheet, newBook } from "../../src/hosts/xlsx/book";
import { scoreWorkbook, type Phase } from "../../src/tasks/index";
import { openSession } from "../hosts/excel-session";
import { draws } from "../laws/damage";

const [units, indicators, pillars] = [20_000, 100, 10];

/** Two group columns; one value in fifty missing, one in a hundred stored as text. */
function largeBook() {
  const draw = draws(7);
  const of = (count: number) => Array.from({ length: count }, (_, k) => k);
  const value = (): Cell => {
    const number = 1 + 99 * draw();
    const lot = draw();
    return lot < 0.02 ? null : lot < 0.03 ? number.toFixed(3) : number;
  };
  const book = newBook();
  addSheet(book, "Indicators").values = [
    ["Code", "Name", "Parent"],
    ...of(pillars).map((p): Cell[] => [`P${p}`, `Pillar ${p}`, null]),
    ...of(indicators).map((j): Cell[] => [`I${j}`, `Indicator ${j}`, `P${j % pillars}`]),
  ];
  addSheet(book, "Data").values = [
    ["Name", "Region", "Class", ...of(indicators).map((j) => `I${j}`)],
    ...of(units).map((i): Cell[] => [`单位 ${i}`, `Region ${i % 30}`, `Class ${i % 4}`, ...of(indicators).map(value)]), // prettier-ignore
  ];
  return book;
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

async function main(): Promise<void> {
  let excel = 0;
  // Turns around Excel's work, so that it falls between two of ours.
  const wire = async <T>(work: () => Promise<T>): Promise<T> => {
    await turn();
    const start = performance.now();
    const answer = await work();
    excel += performance.now() - start;
    await turn();
    return answer;
  };
  const { traffic } = openSession(largeBook(), "web", "en-US", null, wire);
  let phase = "reading" as Phase;
  const longest: Partial<Record<Phase, number>> = {};
  let last = { at: performance.now(), excel, phase };
  /** Somebody else has the thread: from the last time on it was not let go. */
  const letGo = () => {
    const now = { at: performance.now(), excel, phase };
    const stretch = now.at - last.at - (now.excel - last.excel);
    longest[last.phase] = Math.max(longest[last.phase] ?? 0, stretch);
    last = now;
  };
  let going = true;
  const watch = () => {
    letGo();
    if (going) setImmediate(watch);
  };
  watch();
  const due = breathing();
  const start = performance.now();
  const report = await scoreWorkbook(excelWorkbook(), {
    locale: "en",
    now: "2026-01-31T12:00:00+00:00",
    breathe: () => due()?.then(letGo) ?? null,
    onProgress: (next) => (phase = next),
  });
  const total = performance.now() - start - excel;
  going = false;
  if (report.outcome !== "scored") throw new Error(report.outcome);
  console.log(JSON.stringify({ longest, total, requests: traffic.requests }));
}

void main();
