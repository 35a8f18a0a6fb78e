/** About how many bytes a request has. Excel on the web refuses 5 MB, and while one is under way nobody can do anything there. */
export const requestBytes = 1_000_000;
/** Cells of one assignment: the library cuts a larger one into pieces of this size and asks for each by three more ranges. */
const assignedCells = 1500;
/** Below this a refusal is not about size. */
export const leastBytes = 64_000;
/** Cells in one read when the sheets are too large to be read at once. */
export const readCells = 100_000;

/** Bytes of a value on the wire: JSON in UTF-8, and JSON again around it. */
export function valueBytes(value: string | number | boolean): number {
  if (typeof value !== "string") return String(value).length + 1;
  let bytes = 5;
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at);
    bytes += code < 32 || code === 34 || code === 92 ? 4 : code < 128 ? 1 : code < 2048 ? 2 : 3;
  }
  return bytes;
}

/**
 * About the same, for millions of cells. A number with decimals has twelve digits on sheets of values, else seventeen; to write
 * it out to count them would take as long as sending it does.
 */
function aboutBytes(value: string | number | boolean): number {
  if (typeof value !== "number" || Number.isInteger(value)) return valueBytes(value);
  return Math.round(value * 1e12) / 1e12 === value ? 15 : 20;
}

export interface RowBlock<T> {
  readonly top: number;
  readonly rows: readonly (readonly T[])[];
  readonly bytes: number;
}

/**
 * Cuts rows into blocks of at most so many bytes; a single row is never cut. Empty cells at the right that a whole block has
 * are left out of it.
 */
export function rowBlocks<T extends string | number | boolean>(
  rows: readonly (readonly T[])[],
  most: number,
): RowBlock<T>[] {
  const blocks: RowBlock<T>[] = [];
  let top = 0;
  let bytes = 0;
  let width = 1;
  const close = (end: number) => {
    if (end === top) return;
    blocks.push({ top, rows: rows.slice(top, end).map((row) => row.slice(0, width)), bytes });
    top = end;
    bytes = 0;
    width = 1;
  };
  rows.forEach((row, index) => {
    let filled = row.length;
    while (filled > 1 && row[filled - 1] === "") filled -= 1;
    let size = 2;
    for (let column = 0; column < filled; column += 1) size += aboutBytes(row[column]);
    const cells = (index + 1 - top) * Math.max(width, filled);
    if (bytes + size > most || cells > assignedCells) close(index);
    bytes += size + 5 * Math.max(0, width - filled);
    width = Math.max(width, filled);
  });
  close(rows.length);
  return blocks;
}

/** Puts things together in order, as many as fit; one that is too large stands alone. */
export function packed<T>(things: readonly T[], bytesOf: (each: T) => number, most: number): T[][] {
  const groups: T[][] = [];
  let left = 0;
  for (const each of things) {
    const bytes = bytesOf(each);
    if (!groups.length || bytes > left) {
      groups.push([]);
      left = most;
    }
    groups[groups.length - 1].push(each);
    left -= bytes;
  }
  return groups;
}
