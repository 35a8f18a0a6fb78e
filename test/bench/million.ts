/** Scores ever more units in a process of its own and prints what it took, as JSON: time by units, and the most memory. */
import { computeScores, defaultRecipe } from "../../src/engine/index";
import { time } from "./measure";
import { study } from "./study";

const leaves = 30;
const times: [number, number][] = [];
for (const units of [125_000, 250_000, 500_000, 1_000_000]) {
  const large = study(units, leaves);
  times.push([units, time(() => computeScores(large, defaultRecipe), 3)]);
}
// In kilobytes on Linux and Mac alike, says Node.
const megabytes = process.resourceUsage().maxRSS / 1024;
const largest = study(1_000_000, leaves).values;
const copy = time(() => largest.slice(), 3);
console.log(JSON.stringify({ times, copy, megabytes }));
