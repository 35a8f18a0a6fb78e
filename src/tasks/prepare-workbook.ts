import { issue } from "../base/issue";
import type { Outcome } from "../base/outcome";
import type { SheetContent, Workbook, WrittenSheet } from "../workbook/port";
import { prepared } from "../workbook/prepare/apply";
import { proposeWorkbook } from "../workbook/prepare/propose-workbook";
import type { Proposal } from "../workbook/prepare/proposal";
import { fingerprint } from "../workbook/read/fingerprint";
import { readWorkbook } from "../workbook/read/read-workbook";
import { missingMarks } from "../workbook/read/settings";
import type { TaskOptions } from "./report";

/**
 * Looks for a plain table (on the sheet named, else on the one in view, else on the first that has one) and proposes what its
 * columns are. Writes nothing. A workbook that has a framework already is not prepared.
 */
export async function proposePreparation(
  workbook: Workbook,
  options: TaskOptions,
  sheet?: string,
): Promise<Outcome<Proposal>> {
  options.onProgress?.("reading", 0);
  const read = await workbook.read();
  if (!read.ok) return read;
  const view = await workbook.inView();
  if (!view.ok) return view;
  options.onProgress?.("checking", 0);
  const reading = readWorkbook(read.value, options.locale);
  const locale = reading.language ?? options.locale;
  const { indicators, settings } = reading.sheets;
  if (indicators !== null)
    return { ok: false, issues: [issue("error", "prepare.has-framework", { sheet: indicators })] };
  const plain = read.value.filter(
    (each) => each.mark === null && each.sheet !== settings && each.rows.length > 0,
  );
  const wanted = sheet ?? view.value;
  const inOrder = [...plain.filter((each) => each.sheet === wanted), ...(sheet === undefined ? plain : [])];
  if (sheet !== undefined && inOrder.length === 0)
    return { ok: false, issues: [issue("error", "sheet.gone", { sheet })] };
  const proposal = proposeWorkbook(inOrder, missingMarks(reading.settings), locale);
  if (proposal) return { ok: true, value: proposal, issues: [] };
  return { ok: false, issues: [issue("error", "prepare.no-table", {})] };
}

/**
 * Writes the sheets of a proposal: Indicators, which is the user's from then on, and Settings; where the workbook has a
 * Settings sheet, only its rows that the proposal decides. The table itself is never touched. Refused when the table has
 * changed since, or when the proposal has no units or no indicator.
 */
export async function applyPreparation(
  workbook: Workbook,
  proposal: Proposal,
  options: TaskOptions,
): Promise<Outcome<readonly WrittenSheet[]>> {
  options.onProgress?.("reading", 0);
  const read = await workbook.read();
  if (!read.ok) return read;
  const refused = refusal(proposal, read.value);
  if (refused) return { ok: false, issues: [refused] };
  const locale = readWorkbook(read.value, options.locale).language ?? options.locale;
  const { documents, edits, reading } = prepared(read.value, proposal, locale);
  options.onProgress?.("writing", 0);
  const written = await workbook.write(documents, {
    fingerprint: reading.fingerprint,
    onProgress: (share) => options.onProgress?.("writing", share),
  });
  if (!written.ok || edits.length === 0) return written;
  const changed = await workbook.edit(edits);
  return changed.ok ? written : changed;
}

function refusal({ sheets, columns, fingerprint: before }: Proposal, contents: readonly SheetContent[]) {
  const found = sheets.map((name) => contents.find(({ sheet }) => sheet === name));
  const gone = found.indexOf(undefined);
  if (gone >= 0) return issue("error", "sheet.gone", { sheet: sheets[gone] });
  if (
    fingerprint(
      found.flatMap((sheet) => sheet ?? []),
      "",
    ) !== before
  )
    return issue("error", "prepare.changed", { sheet: sheets.join(", ") });
  if (!columns.some(({ role }) => role === "name" || role === "code"))
    return issue("error", "prepare.no-units", {});
  if (!columns.some(({ role }) => role === "indicator")) return issue("error", "prepare.no-indicator", {});
  return null;
}
