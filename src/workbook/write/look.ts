import type { CellStyle } from "../document";

/** Deep teal of headers; tints and tiers are drawn from it. */
export const colours = {
  header: "#0B5C5C",
  onHeader: "#FFFFFF",
  title: "#0B5C5C",
  quiet: "#5F6B6B",
  tint: "#E3F0EF",
  rule: "#D5DEDE",
  bar: "#8CC5BF",
  text: "#1F2A2A",
  heatLow: "#F3E3D6",
  heatMiddle: "#FFFFFF",
  heatHigh: "#8CC5BF",
} as const;

/** Series of a chart, to be told apart by colour-blind readers too (after Okabe and Ito, the first two ours). */
export const seriesColours = ["#0B5C5C", "#E69F00", "#56B4E9", "#CC79A7", "#8A6A3A", "#6B7B8C"] as const;

export const chartLook = {
  text: colours.text,
  quiet: colours.quiet,
  grid: colours.rule,
  /** What something is compared with: all units, the mean. */
  reference: "#B8C4C4",
  titleSize: 12,
  textSize: 9,
} as const;

export const looks = {
  title: { bold: true, size: 15, colour: colours.title },
  subtitle: { colour: colours.quiet },
  legend: { colour: colours.quiet, italic: false, size: 9 },
  section: { bold: true, size: 12, colour: colours.title },
  header: {
    bold: true,
    fill: colours.header,
    colour: colours.onHeader,
    align: "center",
    verticalAlign: "center",
    wrap: true,
  },
  body: { verticalAlign: "center", rule: colours.rule },
  bodyTop: { verticalAlign: "top", rule: colours.rule },
  tint: { fill: colours.tint },
  bold: { bold: true },
  imputed: { italic: true },
} as const satisfies Record<string, CellStyle>;

/** "0.00" for two decimals. */
export function decimalFormat(decimals: number): string {
  return decimals > 0 ? `0.${"0".repeat(decimals)}` : "0";
}
/** What has changed since the run; nothing, as a rule. */
export const checkStyle = { numberFormat: "+0.00;-0.00;0", align: "right" } as const satisfies CellStyle;
export const shareFormat = "0.0%";
export const wholeFormat = "0";

/** Ordered and safe for colour-blind readers: teal, sand, clay. */
const anchors = [
  [0xa9, 0xd8, 0xd1],
  [0xf2, 0xe6, 0xc4],
  [0xe8, 0xbd, 0xa4],
];

/** The same scale in colours that stand on white: bars of charts. */
const inkAnchors = [
  [0x1f, 0x7a, 0x72],
  [0xb8, 0x89, 0x2b],
  [0xa8, 0x4a, 0x2a],
];

/** A colour of bars for each of `count` tiers, best first. */
export function tierInks(count: number): string[] {
  return scale(inkAnchors, count);
}

/** A light fill for each of `count` tiers, best first. */
export function tierFills(count: number): string[] {
  return scale(anchors, count);
}

function scale(anchors: readonly (readonly number[])[], count: number): string[] {
  return Array.from({ length: count }, (_, tier) => {
    const place = count === 1 ? 0 : (tier / (count - 1)) * (anchors.length - 1);
    const from = Math.min(Math.floor(place), anchors.length - 2);
    const share = place - from;
    const mixed = anchors[from].map((value, i) => Math.round(value + (anchors[from + 1][i] - value) * share));
    return `#${mixed.map((value) => value.toString(16).padStart(2, "0").toUpperCase()).join("")}`;
  });
}
