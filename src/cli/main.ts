import { existsSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import type { Issue } from "../base/issue";
import type { Locale } from "../base/label";
import { exploreInThreads } from "../hosts/runners/worker-threads";
import type { Book } from "../hosts/xlsx/book";
import { readXlsx } from "../hosts/xlsx/read-xlsx";
import { writeXlsx } from "../hosts/xlsx/write-xlsx";
import { bookWorkbook } from "../hosts/xlsx/xlsx-workbook";
import { fill, say, texts } from "../messages/say";
import { applyPreparation, checkWorkbook, proposePreparation, scoreWorkbook } from "../tasks/index";
import { methodsJson, methodsText } from "./methods";
import { readCommand, type Command } from "./options";
import { proposalJson, proposalText } from "./proposal-text";
import { checkJson, issuesJson, scoreJson } from "./result-json";

/** What the command line needs of its surroundings. */
export interface Surroundings {
  readonly out: (text: string) => void;
  readonly problem: (text: string) => void;
  /** The system's language tag. */
  readonly language: string;
  readonly now: Date;
}

/** 0: done. 1: done, with errors or warnings (notes do not count). 2: not done. */
export type ExitCode = 0 | 1 | 2;

/** More threads than this gain little for their start, unless they are asked for. */
const mostThreads = 4;

/** Runs one command. */
export async function main(args: readonly string[], around: Surroundings): Promise<ExitCode> {
  const command = readCommand(args, around.language);
  switch (command.kind) {
    case "help":
      around.out(texts(command.locale).commandLine.help);
      return 0;
    case "methods":
      around.out(command.json ? JSON.stringify(methodsJson(), null, 2) : methodsText(command.locale));
      return 0;
    case "mistake":
      around.problem(command.sentence);
      return 2;
    case "check":
      return check(command, around);
    case "score":
      return score(command, around);
    case "prepare":
      return prepare(command, around);
  }
}

async function check(command: Command & { kind: "check" }, around: Surroundings): Promise<ExitCode> {
  const words = texts(command.locale).commandLine;
  const book = openBook(command.input, command.locale, command.json, around);
  if (!book) return 2;
  const report = await checkWorkbook(bookWorkbook(book), {
    locale: command.locale,
    now: localTime(around.now),
  });
  const locale = report.language ?? command.locale;
  tellIssues(report.issues, locale, around);
  if (command.json) around.out(JSON.stringify(checkJson(report, locale), null, 2));
  else {
    const { study, sheets } = report;
    if (study) {
      around.out(
        fill(words.found, {
          units: study.units.length,
          indicators: study.indicators.length,
          groups: study.groups.length,
          data: sheets.data.join(", "),
          framework: sheets.indicators ?? "–",
        }),
      );
    }
    around.out(report.ready ? words.ready : words.notReady);
    around.out(countIssues(report.issues, command.locale));
  }
  return report.ready ? worst(report.issues) : 2;
}

async function score(command: Command & { kind: "score" }, around: Surroundings): Promise<ExitCode> {
  const { output, locale, formulas, robustness, json } = command;
  const words = texts(locale).commandLine;
  const book = openToWrite(command, around);
  if (!book) return 2;
  const now = localTime(around.now);
  const threads = command.threads ?? Math.min(mostThreads, availableParallelism());
  const report = await scoreWorkbook(bookWorkbook(book), {
    locale,
    now,
    formulas,
    ...(robustness && { robustness }),
    ...(threads > 1 && { explore: exploreInThreads(threads) }),
  });
  const language = report.check?.language ?? locale;
  tellIssues(report.issues, language, around);
  const done = report.outcome === "scored";
  if (done && output !== null && !writeFile(output, writeXlsx(book), locale, around)) return 2;
  if (json) around.out(JSON.stringify(scoreJson(report, language, now), null, 2));
  else {
    const scored = report.result ? report.result.rank.filter((rank) => rank > 0).length : 0;
    const sheets = report.written.map((each) => each.sheet).join(", ");
    around.out(done ? fill(words.scored, { units: scored, file: output ?? "", sheets }) : words.notScored);
    around.out(countIssues(report.issues, locale));
  }
  return done ? worst(report.issues) : 2;
}

/** Proposes what the columns of a plain table are, writes the sheets that scoring needs, and prints the proposal with its evidence. */
async function prepare(command: Command & { kind: "prepare" }, around: Surroundings): Promise<ExitCode> {
  const { output, locale, json, sheet } = command;
  const words = texts(locale).commandLine;
  const book = openToWrite(command, around);
  if (!book) return 2;
  const workbook = bookWorkbook(book);
  const options = { locale, now: localTime(around.now) };
  const proposed = await proposePreparation(workbook, options, sheet ?? undefined);
  const applied = proposed.ok ? await applyPreparation(workbook, proposed.value, options) : proposed;
  tellIssues(applied.issues, locale, around);
  if (!proposed.ok || !applied.ok) {
    around.out(words.notPrepared);
    return 2;
  }
  if (output !== null && !writeFile(output, writeXlsx(book), locale, around)) return 2;
  const { value: proposal } = proposed;
  if (json) around.out(JSON.stringify(proposalJson(proposal, locale), null, 2));
  else {
    around.out(proposalText(proposal, locale));
    const sheets = applied.value.map((each) => each.sheet).join(", ");
    if (output !== null) around.out(fill(words.prepared, { file: output, sheets }));
  }
  return worst(applied.issues);
}

function openBook(file: string, locale: Locale, json: boolean, around: Surroundings) {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (problem) {
    around.problem(fileProblem("cannotRead", file, problem, locale));
    return null;
  }
  const outcome = readXlsx(bytes);
  if (outcome.ok) return outcome.value;
  tellIssues(outcome.issues, locale, around);
  if (json) around.out(JSON.stringify({ issues: issuesJson(outcome.issues, locale) }, null, 2));
  return null;
}

function writeFile(file: string, bytes: Uint8Array, locale: Locale, around: Surroundings): boolean {
  try {
    writeFileSync(file, bytes);
    return true;
  } catch (problem) {
    around.problem(fileProblem("cannotWrite", file, problem, locale));
    return false;
  }
}

function fileProblem(
  kind: "cannotRead" | "cannotWrite",
  file: string,
  problem: unknown,
  locale: Locale,
): string {
  const words = texts(locale).commandLine;
  const code = (problem as NodeJS.ErrnoException).code;
  // Anything but the file system's own refusal is our bug.
  if (code === undefined) throw problem;
  const { reasons } = words;
  const reason = code in reasons ? reasons[code as keyof typeof reasons] : fill(reasons.other, { code });
  return fill(words[kind], { file, reason });
}

/** Opens a workbook whose results go to another file; never to the one that is read. */
function openToWrite(
  { input, output, locale, json }: Command & { kind: "score" | "prepare" },
  around: Surroundings,
): Book | null {
  if (output === null || !isSameFile(input, output)) return openBook(input, locale, json, around);
  around.problem(fill(texts(locale).commandLine.sameFile, { file: output }));
  return null;
}

function isSameFile(input: string, output: string): boolean {
  const real = (file: string) => (existsSync(file) ? realpathSync(file) : resolve(file));
  return real(input) === real(output);
}

/** One line an issue: severity, cell, sentence. */
function tellIssues(issues: readonly Issue[], locale: Locale, around: Surroundings): void {
  const { severity } = texts(locale).commandLine;
  for (const each of issues) {
    around.problem(`${severity[each.severity]} ${say(each, locale).replace(/\s*\n\s*/g, " ")}`);
  }
}

function countIssues(issues: readonly Issue[], locale: Locale): string {
  const count = (severity: Issue["severity"]) => issues.filter((each) => each.severity === severity).length;
  return fill(texts(locale).commandLine.problems, {
    errors: count("error"),
    warnings: count("warning"),
    notes: count("note"),
  });
}

function worst(issues: readonly Issue[]): ExitCode {
  return issues.some((each) => each.severity !== "note") ? 1 : 0;
}

/** ISO 8601 in the machine's own time, with its offset. */
function localTime(now: Date): string {
  const minutes = -now.getTimezoneOffset();
  const two = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, "0");
  const local = new Date(now.getTime() + minutes * 60000).toISOString().slice(0, 19);
  return `${local}${minutes < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
}
