import type { Cell, Table } from "../../base/table";
import { addNumbers, addText, addWord, newDigest, type Digest } from "./digest";

/** The row of a table that was read last. */
export interface NumberRow {
  /** Its numbers by column; NaN stands for every other cell. */
  readonly numbers: Float64Array;
  /** The columns of its texts and truth values, the first `count` of them. */
  readonly others: Int32Array;
  readonly count: number;
}

/**
 * A table's rows as numbers, one at a time, and the digest of its cells. Fetching the cells from memory costs more than all
 * that is done with them: whoever reads the rows in their order has the digest for little.
 */
export interface NumberRows {
  /** Reads a row; what an earlier call returned is overwritten. */
  read(row: number): NumberRow;
  /** The digest of all rows; those that were not read in their order are read now. */
  digest(): Digest;
}

export function numberRows({ rows }: Table): NumberRows {
  let buffer = newBuffer(rows[0]?.length ?? 0);
  const digest = newDigest();
  let digested = 0;
  const read = (row: number): NumberRow => {
    while (digested < row) read(digested);
    if (rows[row].length > buffer.others.length) buffer = newBuffer(rows[row].length);
    fill(buffer, rows[row]);
    if (row === digested) {
      add(digest, buffer, rows[row]);
      digested += 1;
    }
    return buffer;
  };
  return {
    read,
    digest() {
      if (digested < rows.length) read(rows.length - 1);
      return digest;
    },
  };
}

interface Buffer {
  readonly numbers: Float64Array;
  /** The two words of each number. Little-endian machines only, as are all that run us: the first is the lower. */
  readonly words: Int32Array;
  readonly others: Int32Array;
  count: number;
}

function newBuffer(width: number): Buffer {
  // The digest takes an even number of numbers.
  const numbers = new Float64Array(width + (width % 2));
  return { numbers, words: new Int32Array(numbers.buffer), others: new Int32Array(width), count: 0 };
}

/** One NaN of many, so that the digest is the same on every engine. */
function setMissing(words: Int32Array, column: number): void {
  words[2 * column] = 0;
  words[2 * column + 1] = 0x7ff80000;
}

function fill(buffer: Buffer, cells: readonly Cell[]): void {
  const { numbers, words, others } = buffer;
  let count = 0;
  for (let column = 0; column < cells.length; column += 1) {
    const cell = cells[column];
    if (typeof cell === "number") {
      numbers[column] = cell;
      continue;
    }
    setMissing(words, column);
    if (cell !== null) others[count++] = column;
  }
  // Rows are of one length; should one be shorter, its last cells are missing.
  for (let column = cells.length; column < others.length; column += 1) setMissing(words, column);
  buffer.count = count;
}

function add(digest: Digest, { words, others, count }: Buffer, cells: readonly Cell[]): void {
  addNumbers(digest, words);
  for (let i = 0; i < count; i += 1) {
    const cell = cells[others[i]];
    addWord(digest, others[i]);
    if (typeof cell === "string") addText(digest, cell);
    else addWord(digest, cell ? -1 : -2);
  }
}
