/** The fixed palette of colours that files name by index (ECMA-376 18.8.27); 64 and 65 are the system's own. */
const palette =
  "000000 ffffff ff0000 00ff00 0000ff ffff00 ff00ff 00ffff 800000 008000 000080 808000 800080 008080 c0c0c0 808080 " +
  "9999ff 993366 ffffcc ccffff 660066 ff8080 0066cc ccccff 000080 ff00ff ffff00 00ffff 800080 800000 008080 0000ff " +
  "00ccff ccffff ccffcc ffff99 99ccff ff99cc cc99ff ffcc99 3366ff 33cccc 99cc00 ffcc00 ff9900 ff6600 666699 969696 " +
  "003366 339966 003300 333300 993300 993366 333399 333333";
const colours = palette.split(" ").map((colour) => `#${colour}`);

/** Indices 0–7 repeat as 8–15. */
export const indexedColours: readonly (string | undefined)[] = [...colours.slice(0, 8), ...colours];
