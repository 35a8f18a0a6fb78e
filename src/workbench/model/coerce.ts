import type { Cell } from "../../base/table";

/** What Excel makes of something written to a cell: the value, perhaps a formula, perhaps a number format of its own. */
export interface Entered {
  readonly value: Cell;
  readonly formula?: string;
  readonly numberFormat?: string;
}

const errors = new Set(["#N/A", "#DIV/0!", "#REF!", "#NAME?", "#VALUE!", "#NUM!", "#NULL!"]);

/** Days from 1899-12-30, as Excel counts dates. */
export function serialOf(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return Math.round(time / 86400000) + 25569;
}

/** Reads a string as Excel reads what is typed (or set through `values`) in a cell of the given format. */
export function enterText(typed: string, numberFormat: string): Entered {
  if (typed === "") return { value: null };
  if (typed.startsWith("'")) return { value: typed.slice(1) };
  if (numberFormat === "@") return { value: typed };
  const trimmed = typed.trim();
  const general = numberFormat === "General";
  if (/^(true|false)$/i.test(trimmed)) return { value: trimmed.toLowerCase() === "true" };
  if (errors.has(trimmed.toUpperCase())) return { value: trimmed.toUpperCase() };
  const parsed = numberOf(trimmed, general);
  if (parsed) return parsed;
  const date = dateOf(trimmed, general);
  if (date) return date;
  // Everything that begins like a formula is one; Excel answers a malformed one with an error of its own.
  if (/^[=+\-@]/.test(typed) && typed.length > 1) {
    return { value: null, formula: typed.startsWith("=") ? typed : `=${typed}` };
  }
  return { value: typed };
}

function numberOf(typed: string, general: boolean): Entered | null {
  const found = /^([(+-]?)\s*[$¥￥€£]?\s*(\d{1,3}(?:,\d{3})+|\d*)(\.\d*)?(e[+-]?\d{1,3})?\s*(%?)\)?$/i.exec(
    typed,
  );
  if (!found || (!found[2] && !(found[3] && found[3].length > 1))) return null;
  const [, sign, whole, fraction = "", power = "", percent] = found;
  const size = Number(`${whole.replaceAll(",", "") || "0"}${fraction === "." ? "" : fraction}${power}`);
  const value = (sign === "-" || sign === "(" ? -size : size) / (percent ? 100 : 1);
  if (!Number.isFinite(value)) return null;
  if (percent && general) return { value, numberFormat: fraction ? "0.00%" : "0%" };
  if (whole.includes(",") && general) return { value, numberFormat: fraction ? "#,##0.00" : "#,##0" };
  return { value };
}

function dateOf(typed: string, general: boolean): Entered | null {
  const numberFormat = general ? "yyyy/m/d" : undefined;
  const iso = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(typed);
  const american = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(typed);
  const monthAndDay = /^(\d{1,2})[-/](\d{1,2})$/.exec(typed);
  const serial = iso
    ? serialOf(Number(iso[1]), Number(iso[2]), Number(iso[3]))
    : american
      ? serialOf(Number(american[3]), Number(american[1]), Number(american[2]))
      : monthAndDay
        ? serialOf(new Date().getFullYear(), Number(monthAndDay[1]), Number(monthAndDay[2]))
        : null;
  if (serial !== null) return numberFormat ? { value: serial, numberFormat } : { value: serial };
  const time = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(typed);
  if (time && Number(time[1]) < 24 && Number(time[2]) < 60) {
    const value = (Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3] ?? 0)) / 86400;
    return general ? { value, numberFormat: "h:mm" } : { value };
  }
  return null;
}
