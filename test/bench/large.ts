import { execFileSync } from "node:child_process";
import path from "node:path";
import type { Line } from "./line";

/** A million units in a process of its own, so that its memory is its own: time, most memory, and how time grows. */
export function largeSpeed(): Line[] {
  const printed = execFileSync(process.execPath, ["--import", "tsx", path.join(__dirname, "million.ts")], {
    encoding: "utf8",
    cwd: path.join(__dirname, "..", ".."),
  });
  const { times, copy, megabytes } = JSON.parse(printed) as {
    times: [units: number, milliseconds: number][];
    copy: number;
    megabytes: number;
  };
  const [, milliseconds] = times[times.length - 1];
  return [
    { what: "1,000,000 × 30: scores, ranks, tiers", milliseconds, copy, target: 2000 },
    { what: "… most memory of the whole process (target 1,024 MB)", figure: `${megabytes.toFixed(0)} MB` },
    { what: "… power of the units that time grows by, from 125,000 on", figure: slope(times).toFixed(2) },
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
