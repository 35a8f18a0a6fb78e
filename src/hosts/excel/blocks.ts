/** About how many bytes a request may have. Excel on the web refuses 5 MB and dislikes more than a few. */
export const requestBytes = 3_500_000;
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

export interface RowBlock<T> {
  readonly top: number;
  readonly rows: readonly (readonly T[])[];
  readonly bytes: number;
}

/** Cuts rows into blocks of at most so many bytes; a single row is never cut. */
export function rowBlocks<T extends string | number | boolean>(
  rows: readonly (readonly T[])[],
  most: number,
): RowBlock<T>[] {
  const blocks: RowBlock<T>[] = [];
  let top = 0;
  let bytes = 0;
  rows.forEach((row, index) => {
    let size = 2;
    for (const value of row) size += valueBytes(value);
    if (index > top && bytes + size > most) {
      blocks.push({ top, rows: rows.slice(top, index), bytes });
      top = index;
      bytes = 0;
    }
    bytes += size;
  });
  if (rows.length) blocks.push({ top, rows: rows.slice(top), bytes });
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
