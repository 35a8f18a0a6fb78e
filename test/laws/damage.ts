import type { Area } from "../../src/base/address";
import type { Cell } from "../../src/base/table";
import type { SheetContent } from "../../src/workbook/port";

/** Numbers below 1, always the same from one seed. */
export type Draw = () => number;
export function draws(seed: number): Draw {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A data sheet that is being spoilt. */
export interface Mess {
  rows: Cell[][];
  merges: Area[];
  hidden: number[];
  top: number;
  left: number;
  /** Rows of units, the header's row, the columns of the names and of the indicators. */
  header: number;
  name: number;
  values: number[];
  /** Further sheets that parts of the table were moved to. */
  more: SheetContent[];
}

const pick = <T>(draw: Draw, from: readonly T[]): T => from[Math.floor(draw() * from.length)];
const bodyRows = (mess: Mess): number[] =>
  mess.rows.flatMap((row, r) => (r > mess.header && typeof row[mess.name] === "string" && mess.values.some((c) => typeof row[c] === "number") ? [r] : [])); // prettier-ignore

/** Rewrites one number (of those that fit), if there is one. */
const cell =
  (write: (value: number, draw: Draw) => Cell, fits: (value: number) => boolean = () => true) =>
  (mess: Mess, draw: Draw): void => {
    const places = bodyRows(mess).flatMap((r) => mess.values.flatMap((c) => (typeof mess.rows[r][c] === "number" && fits(mess.rows[r][c]) ? [[r, c] as const] : []))); // prettier-ignore
    if (places.length === 0) return;
    const [r, c] = pick(draw, places);
    mess.rows[r][c] = write(mess.rows[r][c] as number, draw);
  };
/** Rewrites all numbers of one column. */
const column =
  (write: (value: number) => Cell) =>
  (mess: Mess, draw: Draw): void => {
    const c = pick(draw, mess.values);
    for (const r of bodyRows(mess))
      if (typeof mess.rows[r][c] === "number") mess.rows[r][c] = write(mess.rows[r][c]);
  };
/** A slip of the unit at an ordinary value of a column that is no wider than tenfold; elsewhere nobody could see it. */
const slip =
  (factor: number) =>
  (mess: Mess, draw: Draw): void => {
    const sizes = (c: number) => bodyRows(mess).flatMap((r) => (typeof mess.rows[r][c] === "number" && mess.rows[r][c] !== 0 ? [Math.abs(mess.rows[r][c])] : [])).sort((a, b) => a - b); // prettier-ignore
    const narrow = mess.values.filter((c) => {
      const all = sizes(c);
      return all.length >= 12 && all[all.length - 1] < 10 * all[0];
    });
    if (narrow.length === 0) return;
    const c = pick(draw, narrow);
    const rows = bodyRows(mess).filter((r) => typeof mess.rows[r][c] === "number" && mess.rows[r][c] !== 0);
    const r = pick(draw, rows);
    mess.rows[r][c] = (mess.rows[r][c] as number) * factor;
  };
const plain = (value: number) => !/e/.test(String(value));
const grouped = (value: number, mark: string, decimal = ".") => {
  const [whole, fraction] = String(Math.abs(value)).split(".");
  const text = whole.replace(/\B(?=(\d{3})+$)/g, mark);
  return `${value < 0 ? "-" : ""}${text}${fraction ? decimal + fraction : ""}`;
};
const wide = (text: string) => [...text].map((c) => (/[!-~]/.test(c) ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c)).join(""); // prettier-ignore
const blank = (mess: Mess): Cell[] => Array<Cell>(mess.rows[0].length).fill(null);
const insert = (mess: Mess, at: number, ...rows: Cell[][]) => {
  mess.rows.splice(at, 0, ...rows);
  if (at <= mess.header) mess.header += rows.length;
  mess.merges = mess.merges.map((m) => (m.top >= at + mess.top ? { ...m, top: m.top + rows.length, bottom: m.bottom + rows.length } : m)); // prettier-ignore
  mess.hidden = mess.hidden.map((row) => (row >= at + mess.top ? row + rows.length : row));
};
const withName = (mess: Mess, text: Cell, fill?: (column: number) => Cell): Cell[] => {
  const row = blank(mess);
  row[mess.name] = text;
  if (fill) for (const c of mess.values) row[c] = fill(c);
  return row;
};
const sum = (mess: Mess, c: number) => bodyRows(mess).reduce((total, r) => total + (typeof mess.rows[r][c] === "number" ? (mess.rows[r][c] as number) : 0), 0); // prettier-ignore
const middle = (mess: Mess, draw: Draw) => {
  const rows = bodyRows(mess);
  return rows.length > 4 ? rows[2 + Math.floor(draw() * (rows.length - 3))] : mess.rows.length;
};
const header = (write: (text: string) => string) => (mess: Mess, draw: Draw) => {
  const c = pick(draw, mess.values);
  mess.rows[mess.header][c] = write(String(mess.rows[mess.header][c]));
};
const addColumn = (mess: Mess, at: number, head: Cell, write: (row: number) => Cell) => {
  const body = new Set(bodyRows(mess));
  mess.rows.forEach((row, r) => row.splice(at, 0, r === mess.header ? head : body.has(r) ? write(r) : null));
  mess.values = mess.values.map((c) => (c >= at ? c + 1 : c));
  if (mess.name >= at) mess.name += 1;
  mess.merges = mess.merges.map((m) => (m.left - mess.left >= at ? { ...m, left: m.left + 1, right: m.right + 1 } : m.right - mess.left >= at ? { ...m, right: m.right + 1 } : m)); // prettier-ignore
};
const sheetOf = (name: string, rows: Cell[][]): SheetContent => ({ sheet: name, top: 0, left: 0, rows, merges: [], hiddenRows: [], mark: null }); // prettier-ignore

/** Every kind of damage, by what it does. */
export const damages: Readonly<Record<string, (mess: Mess, draw: Draw) => void>> = {
  "a number as text": cell(String),
  "a number among spaces": cell((v) => ` ${v}  `),
  "a number with a non-breaking space behind": cell((v) => `${v}\u00a0`),
  "a zero-width space": cell((v) => `\u200b${v}`),
  "a line break behind": cell((v) => `${v}\n`),
  "non-breaking spaces between thousands": cell((v) => grouped(v, "\u00a0"), plain),
  "thin spaces between thousands": cell((v) => grouped(v, "\u202f"), plain),
  "commas between thousands": cell((v) => grouped(v, ","), plain),
  "points between thousands": cell((v) => grouped(v, ".", ","), plain),
  "apostrophes between thousands": cell((v) => grouped(v, "'"), plain),
  "a decimal comma": cell((v) => String(v).replace(".", ","), plain),
  "full-width digits": cell((v) => wide(String(v))),
  "a star": cell((v) => `${v}*`),
  "a note's letter": cell((v) => `${v} a`),
  "a note's letters": cell((v) => `${v}b,c`),
  "a note in brackets": cell((v) => `${v} (b)`),
  "a note's number in brackets": cell((v) => `${v}[1]`),
  "a raised note": cell((v) => `${v}²`),
  "a raised letter": cell((v) => `${v}ᵃ`),
  "a circled note": cell((v) => `${v}①`),
  注1: cell((v) => `${v}注1`),
  "a typographic minus": cell((v) => (v < 0 ? `−${-v}` : String(v))),
  "an apostrophe before": cell((v) => `'${v}`),
  "scientific notation": cell((v) => v.toExponential()),
  "a column as text": column(String),
  "a column of decimal commas": column((v) => String(v).replace(".", ",")),
  "a column of points and commas": column((v) => (plain(v) ? grouped(v, ".", ",") : v)),
  "a column of commas and points": column((v) => (plain(v) ? grouped(v, ",") : v)),
  "a column with a unit": column((v) => `${v} qx`),
  "a column full-width": column((v) => wide(String(v))),
  "a unit at one number": cell((v) => `${v} qx`),
  "a percent sign at one number": cell((v) => `${v}%`),
  "a per mille sign at one number": cell((v) => `${v}‰`),
  "万 at one number": cell((v) => `${v}万`),
  "亿 at one number": cell((v) => `${v}亿`),
  "k at one number": cell((v) => `${v}k`),
  "m at one number": cell((v) => `${v}m`),
  "a currency": cell((v) => `$${v}`),
  "below a limit": cell((v) => `<${v}`),
  "a range": cell((v) => `${v}-${v + 1}`),
  about: cell((v) => `约${v}`),
  "a question mark": cell((v) => `${v}?`),
  "a letter O for a zero": cell(
    (v) => String(v).replace("0", "O"),
    (v) => String(v).includes("0"),
  ),
  "brackets around": cell((v) => `(${v})`),
  "two points": cell((v) => `${v}.5.1`),
  "a digit raised inside": cell((v) => `1²${v}`),
  "a half": cell((v) => `${Math.round(v)}½`),
  "a truth value": cell(() => true),
  "a date": cell(() => "2024-03-05"),
  "a month": cell(() => "3月5日"),
  "an error": cell(() => "#DIV/0!"),
  "a lost reference": cell(() => "#REF!"),
  "a missing mark": cell((_, draw) => pick(draw, ["NA", "..", "—", "n/a", "#N/A", "…", "缺失"])),
  "an empty text": cell(() => "  "),
  "a word": cell(() => "see note"),
  "ten thousand times as much": slip(1e4),
  "a ten-thousandth": slip(1e-4),
  "a title above": (mess) => insert(mess, 0, withName(mess, "Table 4. All of it"), blank(mess)),
  "a title, a date and a unit above": (mess) => insert(mess, 0, withName(mess, "附表"), withName(mess, "2024年12月"), withName(mess, "单位：见表头")), // prettier-ignore
  "blank rows above": (mess) => insert(mess, 0, blank(mess), blank(mess), blank(mess)),
  "a table away from A1": (mess) => {
    mess.merges = mess.merges.map((m) => ({
      top: m.top + 5,
      bottom: m.bottom + 5,
      left: m.left + 3,
      right: m.right + 3,
    }));
    mess.hidden = mess.hidden.map((row) => row + 5);
    mess.top += 5;
    mess.left += 3;
  },
  "a note below": (mess) =>
    insert(mess, mess.rows.length, blank(mess), withName(mess, "注：数据为初步统计。")),
  "a source below": (mess) => insert(mess, mess.rows.length, withName(mess, "Source: the yearbook")),
  "remarks without a keyword below": (mess) => insert(mess, mess.rows.length, blank(mess), withName(mess, "All figures are provisional."), withName(mess, "* estimated")), // prettier-ignore
  "a line break in a header": header((text) => (text.includes(" ") ? text.replace(" ", "\n") : `${text}\n`)),
  "a header full-width": header((text) => wide(text)),
  "spaces in a header": header((text) => ` ${text.replace(" ", "  ")} `),
  "a note's mark at a header": header((text) => `${text}*`),
  "a note's number at a header": header((text) => `${text} 3/`),
  "a unit at a header": header((text) => `${text}（个）`),
  "another header": header(() => "Something else"),
  "groups of columns above the header": (mess) => {
    const row = blank(mess);
    const [first, last] = [Math.min(...mess.values), Math.max(...mess.values)];
    row[first] = "Figures";
    row[mess.name] ??= "Places";
    insert(mess, mess.header, row);
    mess.merges.push({ top: mess.top + mess.header - 1, bottom: mess.top + mess.header - 1, left: mess.left + first, right: mess.left + last }); // prettier-ignore
  },
  "units of measure below the header": (mess) => {
    const row = blank(mess);
    for (const c of mess.values) row[c] = "个";
    insert(mess, mess.header + 1, row);
  },
  "years below the header": (mess) => {
    const row = blank(mess);
    for (const c of mess.values) row[c] = 2024;
    insert(mess, mess.header + 1, row);
  },
  "the header again": (mess, draw) => insert(mess, middle(mess, draw), [...mess.rows[mess.header]]),
  "the header again, with a title": (mess, draw) => insert(mess, middle(mess, draw), withName(mess, "续表"), [...mess.rows[mess.header]]), // prettier-ignore
  "a total below": (mess) =>
    insert(
      mess,
      mess.rows.length,
      withName(mess, "Total", (c) => sum(mess, c)),
    ),
  "合计 above": (mess) => insert(mess, bodyRows(mess)[0] ?? mess.rows.length, withName(mess, "合计", (c) => sum(mess, c))), // prettier-ignore
  "a subtotal inside": (mess, draw) => insert(mess, middle(mess, draw), withName(mess, "华东小计", (c) => sum(mess, c) / 2)), // prettier-ignore
  "an average below": (mess) =>
    insert(
      mess,
      mess.rows.length,
      withName(mess, "平均值", (c) => sum(mess, c) / 9),
    ),
  "a merged heading": (mess, draw) => {
    const at = middle(mess, draw);
    insert(mess, at, withName(mess, "The larger ones"));
    mess.merges.push({ top: mess.top + at, bottom: mess.top + at, left: mess.left + mess.name, right: mess.left + Math.max(...mess.values, mess.name + 2) }); // prettier-ignore
  },
  "a heading": (mess, draw) => insert(mess, middle(mess, draw), withName(mess, "Regions")),
  "blank rows inside": (mess, draw) => insert(mess, middle(mess, draw), blank(mess), blank(mess)),
  "a column of note letters": (mess, draw) => addColumn(mess, pick(draw, mess.values) + 1, null, (r) => (r % 3 ? null : "a")), // prettier-ignore
  "a blank column": (mess, draw) => addColumn(mess, pick(draw, mess.values), null, () => null),
  "a column of remarks": (mess) => addColumn(mess, mess.rows[0].length, "Remarks so far", (r) => `text ${r}`),
  "row numbers": (mess) => addColumn(mess, 0, "No.", (r) => r),
  "hidden rows": (mess, draw) => void mess.hidden.push(mess.top + middle(mess, draw)),
  "rows in another order": (mess, draw) => {
    const rows = bodyRows(mess);
    const [a, b] = [pick(draw, rows), pick(draw, rows)];
    if (a !== undefined && b !== undefined) [mess.rows[a], mess.rows[b]] = [mess.rows[b], mess.rows[a]];
  },
  "a column on a second sheet": (mess, draw) => {
    if (mess.values.length < 2) return;
    const c = pick(draw, mess.values);
    const rows = bodyRows(mess);
    const names = rows.map((r) => mess.rows[r][mess.name]);
    mess.more.push(sheetOf(`More ${mess.more.length}`, [["Name", mess.rows[mess.header][c]], ...rows.map((r, i) => [names[i], mess.rows[r][c]])])); // prettier-ignore
    for (const row of mess.rows) row[c] = null;
    mess.values = mess.values.filter((each) => each !== c);
  },
  "a second sheet that spells names otherwise": (mess, draw) => {
    if (mess.values.length < 2) return;
    const c = pick(draw, mess.values);
    const spell = (name: Cell) => (/市$/.test(String(name)) ? String(name).slice(0, -1) : ` ${wide(String(name)).toUpperCase()}`); // prettier-ignore
    mess.more.push(sheetOf(`More ${mess.more.length}`, [["Name", mess.rows[mess.header][c]], ...bodyRows(mess).map((r) => [spell(mess.rows[r][mess.name]), mess.rows[r][c]])])); // prettier-ignore
    for (const row of mess.rows) row[c] = null;
    mess.values = mess.values.filter((each) => each !== c);
  },
  "a unit twice": (mess, draw) => {
    const rows = bodyRows(mess);
    if (rows.length > 0) insert(mess, mess.rows.length, [...mess.rows[pick(draw, rows)]].map((each) => (typeof each === "number" ? each + 1 : each))); // prettier-ignore
  },
  "a column twice": (mess, draw) => {
    const c = pick(draw, mess.values);
    addColumn(mess, mess.rows[0].length, mess.rows[mess.header][c], () => 77);
  },
  "a row without a name": (mess, draw) => insert(mess, middle(mess, draw), mess.rows[0].map((_, c) => (mess.values.includes(c) ? 3.5 : null))), // prettier-ignore
};
