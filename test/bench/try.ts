import { score, defaultRecipe } from "../../src/engine/index";
import { computeScores } from "../../src/engine/scores";
import { study } from "./study";
const time = (run: () => unknown, times: number) => { let best = 1e9; for (let k = 0; k < times; k++) { const t = performance.now(); run(); best = Math.min(best, performance.now() - t); } return best; };
for (const [n, m, t] of [[680, 27, 300], [10000, 100, 30]] as const) {
  const s = study(n, m);
  console.log(n, m, "slice", time(() => s.values.slice(), 30).toFixed(3), "core", time(() => computeScores(s, defaultRecipe), t).toFixed(3), "full", time(() => score(s, { ...defaultRecipe }), t).toFixed(3));
}
