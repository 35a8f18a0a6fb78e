import { part, type Gradual } from "../base/gradual";
import type { Issue } from "../base/issue";
import {
  diagnosing,
  panelReference,
  scoring,
  scoringPanel,
  type Diagnosis,
  type Result,
  type RobustnessJob,
} from "../engine/index";
import type { SheetKind } from "../workbook/document";
import type { SheetContent, Workbook } from "../workbook/port";
import { locate, readWorkbook, type Reading } from "../workbook/read/read-workbook";
import { gradually } from "./gradually";
import type { CheckReport, TaskOptions } from "./report";

/** Reads the workbook and says what is there and what is wrong with it; writes nothing. */
export async function checkWorkbook(workbook: Workbook, options: TaskOptions): Promise<CheckReport> {
  // Nobody stops a check: what only a run stops for is over then.
  const examination = await examine(workbook, { ...options, cancelled: () => false });
  return examination!.check;
}

/** A look at the workbook with everything that scoring goes on with. */
export interface Examination {
  readonly check: CheckReport;
  /** Null when the host refused to read. */
  readonly reading: Reading | null;
  /** Null when nothing can be scored. */
  readonly result: Result | null;
  /** What the result's year was fitted to, where it is one of several. */
  readonly reference: RobustnessJob["reference"];
  /** Kinds of our sheets that stand in the workbook. */
  readonly standing: ReadonlySet<SheetKind>;
  /** How the result hangs together; null without one. */
  readonly diagnosis: Diagnosis | null;
}

/**
 * Reads, and scores in memory: what only shows in the numbers (an indicator without spread, a zero in a product, a unit
 * with too few values, an indicator that runs against its parent) is part of a check. Null when the user stops it.
 */
export async function examine(workbook: Workbook, options: TaskOptions): Promise<Examination | null> {
  options.onProgress?.("reading", 0);
  const read = await workbook.read();
  options.onProgress?.("checking", 0);
  await options.breathe?.();
  const contents = read.ok ? read.value : [];
  const reading = readWorkbook(contents, options.locale);
  options.onProgress?.("scoring", 0);
  const scored = await gradually(scoreReading(reading), "scoring", options);
  if (!scored) return null;
  const { result, reference, diagnosis } = scored;
  const found = [...(result?.issues ?? []), ...(diagnosis?.issues ?? [])];
  const issues = read.ok ? [...read.issues, ...reading.issues, ...locate(found, reading)] : [...read.issues];
  return {
    reading: read.ok ? reading : null,
    result,
    reference,
    standing: new Set(contents.flatMap(({ mark }) => (mark ? [mark.kind] : []))),
    diagnosis,
    check: {
      ready: result !== null,
      study: reading.study,
      recipe: reading.recipe,
      issues: mostSevereFirst(issues),
      accepted: reading.accepted,
      sheets: reading.sheets,
      years: reading.years,
      year: reading.year,
      empty: read.ok && reading.empty,
      fingerprint: reading.fingerprint,
      resultFingerprint: resultFingerprint(contents),
      formulas: reading.formulas,
      language: reading.language,
    },
  };
}

/**
 * Scores the year asked for, where the data have several on their common scale and with the change since the last, and
 * diagnoses it.
 */
function* scoreReading({
  study,
  recipe,
  panel,
  scale,
  year,
}: Reading): Gradual<Pick<Examination, "result" | "reference" | "diagnosis">> {
  if (!study) return { result: null, reference: null, diagnosis: null };
  let result: Result;
  let reference: Examination["reference"] = null;
  if (panel.length < 2) result = yield* part(0, 0.3, scoring(study, recipe));
  else {
    const scored = yield* part(0, 0.3, scoringPanel(panel, recipe, scale));
    result = scored.results[scored.years.indexOf(year)];
    reference = panelReference(scored);
  }
  return { result, reference, diagnosis: yield* part(0.3, 1, diagnosing(result)) };
}

function resultFingerprint(contents: readonly SheetContent[]): string | null {
  return contents.find((sheet) => sheet.mark && sheet.mark.kind !== "settings")?.mark?.fingerprint ?? null;
}

const weight = { error: 0, warning: 1, note: 2 } as const;

/** Problems before warnings before notes; in each, the order in which they were found. */
export function mostSevereFirst(issues: readonly Issue[]): Issue[] {
  return [...issues].sort((a, b) => weight[a.severity] - weight[b.severity]);
}
