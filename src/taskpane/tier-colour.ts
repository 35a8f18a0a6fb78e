/** Best, middle and worst tier: light fills under dark text, told apart by the colour-blind too. */
const anchors = [
  [0x9f, 0xd3, 0xce],
  [0xee, 0xe0, 0xb8],
  [0xe6, 0xb0, 0x96],
] as const;

/** The fill of a tier on the scale from teal over sand to clay. */
export function tierColour(tier: number, count: number): string {
  const place = count > 1 ? (tier / (count - 1)) * (anchors.length - 1) : 0;
  const from = Math.min(Math.floor(place), anchors.length - 2);
  const mixed = anchors[from].map((part, i) =>
    Math.round(part + (anchors[from + 1][i] - part) * (place - from)),
  );
  return `#${mixed.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
