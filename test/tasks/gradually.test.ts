import { readFileSync } from "node:fs";
import path from "node:path";
import type { Book } from "../../src/hosts/xlsx/book";
import { readXlsx } from "../../src/hosts/xlsx/read-xlsx";
import { bookWorkbook } from "../../src/hosts/xlsx/xlsx-workbook";
import { writeXlsx } from "../../src/hosts/xlsx/write-xlsx";
import { checkWorkbook, scoreWorkbook, type Phase, type TaskOptions } from "../../src/tasks/index";
import { smallBook } from "../taskpane/small-book";

const options: TaskOptions = { locale: "en", now: "2026-01-31T12:00:00+00:00" };

function asem(): Book {
  const file = path.join(__dirname, "..", "..", "assets", "samples", "asem.xlsx");
  const read = readXlsx(new Uint8Array(readFileSync(file)));
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

/** A page that waits for the thread: what it gets of it, and what it is told. */
function page() {
  const told: [Phase, number][] = [];
  const seen = { breaths: 0, turns: 0, told };
  const waiting = setInterval(() => (seen.turns += 1), 0);
  const breathe = () => {
    seen.breaths += 1;
    return new Promise<void>((resolve) => setTimeout(resolve, 1));
  };
  const onProgress = (phase: Phase, share: number) => void told.push([phase, share]);
  return { seen, options: { ...options, breathe, onProgress }, close: () => clearInterval(waiting) };
}

test("a run lets others have the thread many times, and says how far it is", async () => {
  const { seen, options: own, close } = page();
  const report = await scoreWorkbook(bookWorkbook(asem()), own);
  close();
  expect(report.outcome).toBe("scored");
  // Once a node for groups, structure, importance and the sheet of scores, and once a sheet at the least.
  const { nodes } = report.result!.study;
  expect(seen.breaths).toBeGreaterThan(4 * nodes.length);
  expect(seen.turns).toBeGreaterThan(nodes.length);
  const phases = [...new Set(seen.told.map(([phase]) => phase))];
  expect(phases).toEqual(["reading", "checking", "scoring", "composing", "writing"]);
  for (const phase of phases) {
    const shares = seen.told.filter((each) => each[0] === phase).map(([, share]) => share);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
  }
  expect(seen.told.filter(([phase]) => phase === "composing").length).toBeGreaterThan(nodes.length);
});

test("the sheets are the same with and without a breath", async () => {
  const [one, other] = [asem(), asem()];
  const { options: own, close } = page();
  await scoreWorkbook(bookWorkbook(one), own);
  close();
  await scoreWorkbook(bookWorkbook(other), options);
  expect(writeXlsx(one)).toEqual(writeXlsx(other));
});

test("stopped between any two pieces, a run leaves the workbook as it was", async () => {
  const before = writeXlsx(smallBook());
  for (let breaths = 0; ; breaths += 1) {
    const book = smallBook();
    let left = breaths;
    const phases = new Set<Phase>();
    const report = await scoreWorkbook(bookWorkbook(book), {
      ...options,
      breathe: () => Promise.resolve(void (left -= 1)),
      cancelled: () => left < 0,
      onProgress: (phase) => void phases.add(phase),
    });
    if (report.outcome !== "cancelled") {
      expect(report.outcome).toBe("scored");
      expect(breaths).toBeGreaterThan(50);
      break;
    }
    expect(phases.has("writing")).toBe(false);
    expect(writeXlsx(book)).toEqual(before);
  }
});

test("once writing has begun it goes on, and a check is never stopped", async () => {
  const book = smallBook();
  let writing = false;
  const report = await scoreWorkbook(bookWorkbook(book), {
    ...options,
    onProgress: (phase) => void (writing ||= phase === "writing"),
    cancelled: () => writing,
  });
  expect(report.outcome).toBe("scored");
  expect(report.written.length).toBeGreaterThan(8);
  const check = await checkWorkbook(bookWorkbook(book), { ...options, cancelled: () => true });
  expect(check.ready).toBe(true);
});
