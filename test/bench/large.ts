import { execFileSync } from "node:child_process";
import path from "node:path";
import type { Phase } from "../../src/tasks/index";
import type { Line } from "./line";

/** What a script of this folder prints as JSON, in a process of its own, so that its memory is its own. */
function printed<T>(script: string): T {
  const text = execFileSync(process.execPath, ["--import", "tsx", path.join(__dirname, script)], {
    encoding: "utf8",
    cwd: path.join(__dirname, "..", ".."),
  });
  return JSON.parse(text) as T;
}

/** A million units: time, most memory, and how time grows. Then a large workbook in Excel: how long it takes the thread at a time. */
export function largeSpeed(): Line[] {
  const { times, copy, megabytes } = printed<{
    times: [units: number, milliseconds: number][];
    copy: number;
    megabytes: number;
  }>("million.ts");
  const [, milliseconds] = times[times.length - 1];
  return [
    { what: "1,000,000 × 30: scores, ranks, tiers", milliseconds, copy, target: 2000 },
    { what: "… most memory of the whole process (target 1,024 MB)", figure: `${megabytes.toFixed(0)} MB` },
    { what: "… power of the units that time grows by, from 125,000 on", figure: slope(times).toFixed(2) },
    ...aliveLines(),
  ];
}

function aliveLines(): Line[] {
  const runs = Array.from({ length: 3 }, () =>
    printed<{ longest: Record<Phase, number>; total: number; requests: number }>("alive.ts"),
  );
  const stretches = (["reading", "checking", "scoring", "composing", "writing"] as const).map((phase) =>
    Math.min(...runs.map(({ longest }) => longest[phase])).toFixed(0),
  );
  return [
    {
      what: "20,000 × 100 in Excel: read, checked, scored, all sheets written, without Excel's own time",
      milliseconds: Math.min(...runs.map(({ total }) => total)),
    },
    {
      what: "… longest stretch of the page's thread: reading, checking, scoring, making sheets, writing them",
      figure: `${stretches.join(", ")} ms`,
    },
    { what: "… requests to Excel", figure: String(runs[0].requests) },
  ];
}

/** Of the straight line through the logarithms. */
function slope(points: readonly (readonly [number, number])[]): number {
  const x = points.map(([units]) => Math.log(units));
  const y = points.map(([, milliseconds]) => Math.log(milliseconds));
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  return (
    x.reduce((sum, value, i) => sum + (value - mx) * (y[i] - my), 0) /
    x.reduce((sum, value) => sum + (value - mx) ** 2, 0)
  );
}
