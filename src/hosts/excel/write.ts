import type { Issue } from "../../base/issue";
import { issue } from "../../base/issue";
import type { Outcome } from "../../base/outcome";
import type { SheetDocument, SheetKind } from "../../workbook/document";
import type { WriteOptions, WrittenSheet } from "../../workbook/port";
import type { Standing } from "./copies";
import { drawCharts, hasCharts } from "./charts";
import { leastBytes, packed, requestBytes } from "./blocks";
import { readMade } from "./made";
import { filterSteps } from "./objects";
import type { Place, Plan } from "./plan";
import { planWrite } from "./plan";
import { supports } from "./requirement";
import { mayBeTooLarge, refusal, send } from "./run";
import { sheetSteps } from "./sheet-steps";
import type { Step } from "./step";

interface Task {
  readonly sheet: string;
  readonly step: Step;
  /** The document that is done with this step; -1 before its last. */
  readonly finishes: number;
}

/**
 * Writes documents in as few requests as their size allows. When Excel refuses one for its size, or does not copy cells as
 * meant, everything that is not done is planned again for smaller requests, or without copies: a sheet that was begun
 * carries our mark and is refreshed.
 */
export async function writeSheets(
  action: string,
  documents: readonly SheetDocument[],
  options: WriteOptions,
): Promise<Outcome<readonly WrittenSheet[]>> {
  const written: (WrittenSheet | undefined)[] = documents.map(() => undefined);
  const created = new Set<string>();
  const issues = new Map<string, Issue>();
  const places = new Map<SheetKind, Place>();
  let sheetOf: Plan["sheetOf"] = new Map();
  const chartsRefused = ({ reason, code }: { readonly reason: string; readonly code: string }) =>
    issues.set("charts", issue("warning", "write.charts", { reason: `${reason} (${code})` }));
  let most = requestBytes;
  let copying = supports("1.9");
  for (;;) {
    const left = documents.filter((_, index) => !written[index]);
    if (!left.length) break;
    const plan = await send((context) => planWrite(context, left));
    if (!plan.ok) return stopped(documents, written, [...issues.values(), refusal(action, plan)]);
    for (const { document, sheet, before } of plan.value.places)
      if (!before) created.add(`${document.kind} ${sheet}`);
    for (const each of plan.value.issues) issues.set(JSON.stringify(each), each);
    sheetOf = plan.value.sheetOf;
    let known = plan.value.places;
    if (known.some(({ before }) => before)) {
      const made = await send((context) => readMade(context, plan.value.places));
      if (made.ok) known = made.value;
      // What cannot be asked is left alone: a chart drawn again beside the old one would be worse than an old one.
      else chartsRefused(made);
      for (const place of known) if (made.ok || !place.before) places.set(place.document.kind, place);
    } else for (const place of known) places.set(place.document.kind, place);
    const tasks = await tasksOf({ ...plan.value, places: known }, documents, options, { most, copying });
    const outcome = await runTasks(tasks, most, (done) => {
      for (const { finishes, sheet } of done) {
        if (finishes < 0) continue;
        const { kind } = documents[finishes];
        written[finishes] = { kind, sheet, created: created.has(`${kind} ${sheet}`) };
      }
      options.onProgress?.(written.filter(Boolean).length / documents.length);
    });
    if (outcome.ok) continue;
    if (outcome.copies) {
      copying = false;
      continue;
    }
    if (!mayBeTooLarge(outcome.code) || outcome.bytes <= leastBytes) {
      return stopped(documents, written, [...issues.values(), refusal(action, outcome)]);
    }
    most = Math.max(leastBytes, Math.floor(Math.min(most, outcome.bytes) / 2));
  }
  const filters = [...places.values()].flatMap((place) =>
    filterSteps(place).map((step): Task => ({ sheet: place.sheet, step, finishes: -1 })),
  );
  const filtered = await runTasks(filters, most, () => undefined);
  if (!filtered.ok) {
    const reason = `${filtered.reason} (${filtered.code})`;
    issues.set("filters", issue("warning", "write.filters", { reason }));
  }
  const drawn = [...places.values()].filter(hasCharts);
  if (drawn.length) {
    // The figures are there whatever becomes of the charts.
    const reply = await send((context) => drawCharts(context, { places: drawn, sheetOf }));
    if (!reply.ok) chartsRefused(reply);
  }
  return { ok: true, value: written.flatMap((each) => each ?? []), issues: [...issues.values()] };
}

async function tasksOf(
  plan: Plan,
  documents: readonly SheetDocument[],
  { fingerprint, breathe }: WriteOptions,
  { most, copying }: { readonly most: number; readonly copying: boolean },
): Promise<Task[]> {
  const standing: Standing = new Map();
  const tasks: Task[] = [];
  for (const place of plan.places) {
    await breathe?.();
    const steps = await sheetSteps(place, plan, {
      fingerprint,
      blockBytes: most,
      copying,
      standing,
      breathe,
    });
    const number = documents.indexOf(place.document);
    for (const [index, step] of steps.entries())
      tasks.push({ sheet: place.sheet, step, finishes: index === steps.length - 1 ? number : -1 });
  }
  return tasks;
}

/** What became of steps: with a refusal, how large the request was and whether it had Excel copy. */
type Ending =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: string; readonly reason: string; readonly bytes: number; readonly copies: boolean }; // prettier-ignore

/** Sends the steps in as few requests as fit; says after each which are done. */
async function runTasks(
  tasks: readonly Task[],
  most: number,
  onDone: (done: readonly Task[]) => void,
): Promise<Ending> {
  for (const group of packed(tasks, ({ step }) => step.bytes, most)) {
    const reply = await send((context) => runGroup(context, group));
    const bytes = group.reduce((sum, { step }) => sum + step.bytes, 0);
    const copies = group.some(({ step }) => step.copies);
    if (!reply.ok) return { ...reply, bytes, copies };
    if (!reply.value) return { ok: false, code: "", reason: "", bytes, copies };
    onDone(group);
  }
  return { ok: true };
}

/** Whether everything came out as meant. */
async function runGroup(context: Excel.RequestContext, group: readonly Task[]): Promise<boolean> {
  if (supports("1.9")) context.application.suspendScreenUpdatingUntilNextSync();
  const { worksheets } = context.workbook;
  const sheets = new Map<string, Excel.Worksheet>();
  const checks: (() => boolean)[] = [];
  const sheetNamed = (name: string) => {
    const sheet = sheets.get(name) ?? worksheets.getItem(name);
    sheets.set(name, sheet);
    return sheet;
  };
  for (const { sheet: name, step } of group) {
    if (step.adds) sheets.set(name, worksheets.add(name));
    const holds = step.queue(sheetNamed(name), sheetNamed);
    if (holds) checks.push(holds);
  }
  await context.sync();
  return checks.every((holds) => holds());
}

/** Excel refused half way: what is written stays, and the user hears which sheets those are. */
function stopped(
  documents: readonly SheetDocument[],
  written: readonly (WrittenSheet | undefined)[],
  issues: readonly Issue[],
): Outcome<never> {
  const done = written.flatMap((each) => each?.sheet ?? []);
  const left = documents.filter((_, index) => !written[index]).map(({ name }) => name);
  const interrupted = issue("error", "write.interrupted", {
    written: done.join(", ") || "–",
    left: left.join(", ") || "–",
  });
  return { ok: false, issues: [interrupted, ...issues] };
}
