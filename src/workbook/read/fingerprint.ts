import type { Table } from "../../base/table";

/**
 * A short text that changes when any cell of these tables does, or what the settings mean: two 32-bit FNV-1a style
 * hashes over names, positions and values, and over `meaning`. It guards against oversight, not against intent.
 */
export function fingerprint(tables: readonly Table[], meaning: string): string {
  let a = 0x811c9dc5;
  let b = 0xc2b2ae35;
  const bits = new Float64Array(1);
  const words = new Uint32Array(bits.buffer);
  const add = (word: number) => {
    a = Math.imul(a ^ word, 0x01000193);
    b = Math.imul(b ^ ((word << 13) | (word >>> 19)), 0x85ebca6b);
    b ^= b >>> 15;
  };
  const addText = (text: string) => {
    add(text.length);
    for (let i = 0; i < text.length; i += 1) add(text.charCodeAt(i));
  };
  for (const table of tables) {
    addText(table.sheet);
    add(table.top);
    add(table.left);
    for (const row of table.rows) {
      // Locals, not the variables that the functions above share: most cells are numbers, and there are many.
      let x = a;
      let y = b;
      for (let column = 0; column < row.length; column += 1) {
        const cell = row[column];
        if (typeof cell === "number") {
          bits[0] = cell;
          const low = words[0];
          const high = words[1];
          x = Math.imul(x ^ low ^ ((high << 7) | (high >>> 25)), 0x01000193);
          y = Math.imul(y ^ high ^ ((low << 13) | (low >>> 19)), 0x85ebca6b);
          y ^= y >>> 15;
          continue;
        }
        a = x;
        b = y;
        if (typeof cell === "string") addText(cell);
        else add(cell === null ? 2 : cell ? 3 : 4);
        x = a;
        y = b;
      }
      a = x;
      b = y;
      add(5);
    }
    for (const row of table.hiddenRows) add(row);
  }
  addText(meaning);
  const hex = (hash: number) => (hash >>> 0).toString(16).padStart(8, "0");
  return hex(a) + hex(b);
}
