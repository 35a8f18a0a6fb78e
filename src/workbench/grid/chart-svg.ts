import { format as formatNumber } from "numfmt";
import type { Book, BookChart } from "../../hosts/xlsx/book";
import { chartLook } from "../../workbook/write/look";
import type { DrawnSeries, Scale } from "./chart-data";
import { lineThrough, scaleOf, seriesOf } from "./chart-data";
import { textWidth } from "./geometry";

type Attributes = Readonly<Record<string, string | number>>;
function svg(tag: string, attributes: Attributes, ...children: (Node | string)[]): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

const { text: dark, quiet, grid } = chartLook;
/** Type sizes in pixels. */
const titleSize = (chartLook.titleSize * 4) / 3;
const size = (chartLook.textSize * 4) / 3;
const margin = 8;

interface Frame {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
const line = (x1: number, y1: number, x2: number, y2: number, stroke: string, width = 1) =>
  svg("line", { x1, y1, x2, y2, stroke, "stroke-width": width });
const label = (
  text: string,
  x: number,
  y: number,
  anchor: "start" | "middle" | "end",
  fill: string = quiet,
) => svg("text", { x, y, "text-anchor": anchor, "font-size": size, fill }, text);
const shown = (value: number, code: string | undefined) =>
  code === undefined || code === "General"
    ? String(Number(value.toPrecision(6)))
    : formatNumber(code, value, { throws: false });

/** A chart as a picture of so many pixels. */
export function chartSvg(book: Book, chart: BookChart, width: number, height: number): SVGElement {
  const series = seriesOf(book, chart);
  const parts: Node[] = [svg("rect", { width, height, fill: "#ffffff", stroke: grid })];
  let top = margin;
  for (const text of titleLines(chart.title, width - 2 * margin)) {
    top += titleSize * 1.2;
    parts.push(
      svg(
        "text",
        {
          x: width / 2,
          y: top - 3,
          "text-anchor": "middle",
          "font-size": titleSize,
          "font-weight": 600,
          fill: dark,
        },
        text,
      ),
    );
  }
  const frame = { left: margin, top: top + margin, right: width - margin, bottom: height - margin };
  const inside = chart.legend === "none" ? frame : drawLegend(parts, chart, series, frame);
  if (inside.right - inside.left > 40 && inside.bottom - inside.top > 40 && series.length)
    parts.push(...(chart.kind === "radar" ? radar(chart, series, inside) : plot(chart, series, inside)));
  const words = chart.description || chart.title;
  return svg(
    "svg",
    { width, height, viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": words, class: "chart" },
    svg("title", {}, words),
    ...parts,
  );
}

function titleLines(title: string, room: number): string[] {
  const lines: string[] = [];
  for (const word of title.split(/(?<=\s)|(?=[\u2e80-\uffef])/)) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(last + word, titleSize, true) <= room)
      lines[lines.length - 1] += word;
    else lines.push(word);
  }
  return title ? lines.slice(0, 3) : [];
}

/** Draws the legend at its side and gives the room that is left. */
function drawLegend(parts: Node[], chart: BookChart, series: readonly DrawnSeries[], frame: Frame): Frame {
  const entry = (x: number, y: number, { name, colour }: DrawnSeries) =>
    parts.push(
      svg("rect", { x, y: y - 8, width: 9, height: 9, fill: colour }),
      label(name, x + 14, y, "start"),
    );
  const widths = series.map(({ name }) => textWidth(name, size) + 28);
  if (chart.legend === "right") {
    const left = frame.right - Math.max(...widths);
    const start = (frame.top + frame.bottom) / 2 - series.length * 9;
    series.forEach((each, i) => entry(left, start + i * 18, each));
    return { ...frame, right: left - margin };
  }
  let x = Math.max(frame.left, (frame.left + frame.right - widths.reduce((sum, each) => sum + each, 0)) / 2);
  series.forEach((each, i) => {
    entry(x, frame.bottom, each);
    x += widths[i];
  });
  return { ...frame, bottom: frame.bottom - 18 };
}

function plot(chart: BookChart, series: readonly DrawnSeries[], frame: Frame): Node[] {
  const { kind, valueAxis, categoryAxis } = chart;
  const isBar = kind === "bar";
  const isScatter = kind === "scatter";
  const all = series.flatMap(({ numbers }) => numbers);
  const bars = kind === "bar" || kind === "column";
  const values = scaleOf(bars ? [0, ...all] : all, valueAxis);
  const across = isScatter
    ? scaleOf(
        series.flatMap((each) => each.across),
        categoryAxis,
        6,
      )
    : null;
  const { names } = series[0];
  const valueTexts = values.ticks.map((tick) => shown(tick, valueAxis.numberFormat));
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => textWidth(text, size)));
  const titles = { value: valueAxis.title ? size + 6 : 0, category: categoryAxis.title ? size + 6 : 0 };

  // Names below bars are turned where they would run into each other.
  const room = frame.right - frame.left - 50;
  const turned = !isBar && !isScatter && widest(names) + 6 > room / names.length;
  const below = isBar || isScatter ? size + 6 : turned ? Math.min(90, widest(names) * 0.75 + 10) : size + 8;
  const beside = isBar ? Math.min(widest(names), (frame.right - frame.left) * 0.42) : widest(valueTexts);
  const area: Frame = {
    left: frame.left + beside + 8 + (isBar ? titles.category : titles.value),
    right: frame.right - (isBar && chart.labels !== undefined ? 44 : 10),
    top: frame.top + (chart.labels !== undefined && !isBar ? size : 2),
    bottom: frame.bottom - below - (isBar ? titles.value : titles.category),
  };
  const wide = area.right - area.left;
  const tall = area.bottom - area.top;
  const parts: Node[] = [];
  const x = (share: number) => area.left + share * wide;
  const y = (share: number) => area.bottom - share * tall;
  values.ticks.forEach((tick, i) => {
    const share = values.at(tick);
    if (isBar) {
      parts.push(line(x(share), area.top, x(share), area.bottom, grid));
      parts.push(label(valueTexts[i], x(share), area.bottom + size + 3, "middle"));
    } else {
      parts.push(line(area.left, y(share), area.right, y(share), grid));
      parts.push(label(valueTexts[i], area.left - 6, y(share) + size / 3, "end"));
    }
  });
  for (const tick of across?.ticks ?? []) {
    const place = x(across!.at(tick));
    parts.push(line(place, area.top, place, area.bottom, grid));
    parts.push(label(shown(tick, categoryAxis.numberFormat), place, area.bottom + size + 3, "middle"));
  }
  if (!isScatter) {
    const step = (isBar ? tall : wide) / names.length;
    // So many names that fewer must do.
    const every = Math.max(1, Math.ceil((size + 2) / step));
    names.forEach((name, i) => {
      if (i % every) return;
      const share = placeOf(i, names.length, categoryAxis.reversed);
      if (isBar) parts.push(label(cut(name, beside), area.left - 6, y(share) + size / 3, "end"));
      else if (!turned) parts.push(label(name, x(share), area.bottom + size + 4, "middle"));
      else {
        const text = label(cut(name, 110), 0, 0, "end");
        text.setAttribute("transform", `translate(${x(share) + 3} ${area.bottom + 10}) rotate(-45)`);
        parts.push(text);
      }
    });
  }
  parts.push(...marks(chart, series, { x, y, values, across, wide, tall }));
  const [lower, left] = isBar ? [valueAxis.title, categoryAxis.title] : [categoryAxis.title, valueAxis.title];
  if (lower) parts.push(label(lower, (area.left + area.right) / 2, frame.bottom, "middle"));
  if (left) {
    const text = label(left, 0, 0, "middle");
    text.setAttribute(
      "transform",
      `translate(${frame.left + size - 2} ${(area.top + area.bottom) / 2}) rotate(-90)`,
    );
    parts.push(text);
  }
  return parts;
}

function cut(text: string, room: number): string {
  if (textWidth(text, size) <= room + 1) return text;
  let end = text.length;
  while (end > 1 && textWidth(`${text.slice(0, end)}…`, size) > room) end -= 1;
  return `${text.slice(0, end)}…`;
}

/** Where the middle of a category stands, 0 to 1 from the near end. */
function placeOf(i: number, count: number, reversed = false): number {
  const share = (i + 0.5) / count;
  return reversed ? 1 - share : share;
}

interface Space {
  readonly x: (share: number) => number;
  readonly y: (share: number) => number;
  readonly values: Scale;
  readonly across: Scale | null;
  readonly wide: number;
  readonly tall: number;
}

function marks(chart: BookChart, series: readonly DrawnSeries[], space: Space): Node[] {
  const { x, y, values } = space;
  const count = series[0].names.length;
  const place = (i: number) => x(placeOf(i, count, chart.categoryAxis.reversed));
  const height = (value: number) => y(values.at(value));
  switch (chart.kind) {
    case "bar":
    case "column":
      return barMarks(chart, series, space);
    case "line":
      return series.map(({ numbers, colour }) =>
        path(
          numbers.map((value, i) => [place(i), height(value)]),
          colour,
        ),
      );
    case "scatter":
      return series.flatMap((each) => scatterMarks(each, space));
    case "interval": {
      const [high, low, mark] = series;
      return high.numbers.flatMap((value, i) => {
        const other = low?.numbers[i];
        const at = mark?.numbers[i];
        return [
          ...(Number.isFinite(value) && Number.isFinite(other)
            ? [line(place(i), height(value), place(i), height(other), high.colour, 2)]
            : []),
          ...(Number.isFinite(at)
            ? [svg("circle", { cx: place(i), cy: height(at), r: 3, fill: mark.colour })]
            : []),
        ];
      });
    }
    case "box": {
      const [q1, most, least, q3] = series;
      const half = Math.min(26, (space.wide / count) * 0.3);
      return q1.numbers.flatMap((value, i) => {
        const ends = [value, most?.numbers[i], least?.numbers[i], q3?.numbers[i]];
        if (!ends.every(Number.isFinite)) return [];
        const [top, bottom] = [height(ends[3]), height(value)].sort((a, b) => a - b);
        return [
          line(place(i), height(ends[1]), place(i), height(ends[2]), quiet, 1.5),
          svg("rect", {
            x: place(i) - half,
            y: top,
            width: 2 * half,
            height: Math.max(1, bottom - top),
            fill: q1.colour,
            stroke: quiet,
          }),
        ];
      });
    }
    case "radar":
      return [];
  }
}

function barMarks(
  chart: BookChart,
  series: readonly DrawnSeries[],
  { x, y, values, wide, tall }: Space,
): Node[] {
  const isBar = chart.kind === "bar";
  const count = series[0].names.length;
  const slot = ((isBar ? tall : wide) / count) * 0.72;
  const thick = slot / series.length;
  const zero = values.at(Math.min(values.high, Math.max(values.low, 0)));
  return series.flatMap(({ numbers, colour, pointColours }, s) =>
    numbers.flatMap((value, i) => {
      if (!Number.isFinite(value)) return [];
      const share = placeOf(i, count, chart.categoryAxis.reversed);
      const end = values.at(value);
      const fill = pointColours[i] ?? colour;
      const [from, to] = [Math.min(zero, end), Math.max(zero, end)];
      const order = isBar && !chart.categoryAxis.reversed ? series.length - 1 - s : s;
      const near = (isBar ? y(share) : x(share)) - slot / 2 + order * thick;
      const bar = isBar
        ? { x: x(from), y: near, width: x(to) - x(from), height: thick * 0.94 }
        : { x: near, y: y(to), width: thick * 0.94, height: y(from) - y(to) };
      const rect = svg("rect", { ...bar, fill });
      if (chart.labels === undefined) return [rect];
      const text = shown(value, chart.labels);
      const beyond = value >= 0 ? 4 : -4;
      return [
        rect,
        isBar
          ? label(text, x(end) + beyond, near + thick / 2 + size / 3, value >= 0 ? "start" : "end", dark)
          : label(text, near + thick / 2, y(end) - (value >= 0 ? 4 : -size - 2), "middle", dark),
      ];
    }),
  );
}

function scatterMarks(series: DrawnSeries, { x, y, values, across }: Space): Node[] {
  const at = (value: number) => x(across!.at(value));
  const points = series.numbers.flatMap((value, i) =>
    Number.isFinite(value) && Number.isFinite(series.across[i])
      ? [svg("circle", { cx: at(series.across[i]), cy: y(values.at(value)), r: 3, fill: series.colour })]
      : [],
  );
  const trend = series.trendLine ? lineThrough(series.across, series.numbers) : null;
  if (!trend) return points;
  const height = (value: number) => y(values.at(trend.intercept + trend.slope * value));
  return [...points, line(at(trend.from), height(trend.from), at(trend.to), height(trend.to), quiet, 2)];
}

function path(points: readonly (readonly number[])[], stroke: string, closed = false): SVGElement {
  const present = points.filter((point) => point.every(Number.isFinite));
  const d =
    present.map(([x, y], i) => `${i ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`).join("") +
    (closed ? "Z" : "");
  return svg("path", { d, fill: "none", stroke, "stroke-width": 2.5 });
}

function radar(chart: BookChart, series: readonly DrawnSeries[], frame: Frame): Node[] {
  const { names } = series[0];
  const scale = scaleOf([0, ...series.flatMap(({ numbers }) => numbers)], chart.valueAxis, 4);
  const centre = { x: (frame.left + frame.right) / 2, y: (frame.top + frame.bottom) / 2 };
  const radius = Math.max(20, Math.min(frame.bottom - frame.top - 44, (frame.right - frame.left) * 0.55) / 2);
  const point = (i: number, share: number) => {
    const angle = (2 * Math.PI * i) / names.length - Math.PI / 2;
    return [
      centre.x + Math.cos(angle) * radius * share,
      centre.y + Math.sin(angle) * radius * share,
    ] as const;
  };
  const ring = (share: number) => {
    const whole = path(
      names.map((_, i) => point(i, share)),
      grid,
      true,
    );
    whole.setAttribute("stroke-width", "1");
    return whole;
  };
  return [
    ...scale.ticks.map((tick) => ring(scale.at(tick))),
    ...names.flatMap((name, i) => {
      const [x, y] = point(i, 1);
      const [textX, textY] = point(i, 1 + 10 / radius);
      const anchor = Math.abs(textX - centre.x) < 8 ? "middle" : textX < centre.x ? "end" : "start";
      const room = anchor === "middle" ? 200 : anchor === "end" ? textX - frame.left : frame.right - textX;
      return [line(centre.x, centre.y, x, y, grid), label(cut(name, room), textX, textY + size / 3, anchor)];
    }),
    ...scale.ticks.map((tick) =>
      label(shown(tick, chart.valueAxis.numberFormat), centre.x - 4, point(0, scale.at(tick))[1] + 3, "end"),
    ),
    ...series.map(({ numbers, colour }) =>
      path(
        numbers.map((value, i) => point(i, scale.at(value))),
        colour,
        true,
      ),
    ),
  ];
}
