import {
  choose,
  combine,
  computeScores,
  defaultPlan,
  defaultRecipe,
  evaluator,
  performPiece,
  piecesOf,
  robustnessJob,
  score,
  whatIf,
  withWeight,
  type Robustness,
} from "../../src/engine/index";
import { exploreInThreads } from "../../src/hosts/runners/worker-threads";
import { monteCarloRuns, summariseRuns, tierCount } from "../../src/engine/robustness/monte-carlo";
import { sensitivityRuns } from "../../src/engine/robustness/sensitivity";
import { time, timeAsync } from "./measure";
import type { Line } from "./line";
import { study } from "./study";

/** COINr 1.1.14 in R on a machine of this kind, in milliseconds. */
const coinr = { city: 119, wide: 3170, monteCarlo: 161_000, sobol: 10_100 };

/** Scoring with ranks and tiers, over and over: what the engine is held to. */
export async function engineSpeed(): Promise<Line[]> {
  const city = study(680, 27);
  // First, while nothing else has told the compiler what to expect.
  const plan = { ...defaultPlan, runs: 1000, normalisation: [choose("z-score")] };
  const result = score(city, defaultRecipe);
  const job = robustnessJob(result, plan);
  const monteCarlo = time(() => {
    const own = evaluator(job);
    return summariseRuns(
      [monteCarloRuns(own, 0, plan.runs)],
      own.nominal.order,
      own.nominal.ranks,
      tierCount(own),
    );
  }, 60);

  const wide = study(10_000, 100);
  const scored = (data: typeof city, times: number) => time(() => computeScores(data, defaultRecipe), times);
  const copied = (data: typeof city) => time(() => data.values.slice(), 50);
  const lines: Line[] = [
    {
      what: "680 × 27: scores, ranks, tiers",
      milliseconds: scored(city, 300),
      copy: copied(city),
      target: 2,
      reference: coinr.city,
    },
    {
      what: "10,000 × 100: scores, ranks, tiers",
      milliseconds: scored(wide, 40),
      copy: copied(wide),
      target: 20,
      reference: coinr.wide,
    },
  ];

  lines.push({
    what: "Monte Carlo, 1,000 runs of 680 × 27, weights and normalisation varied, one thread",
    milliseconds: monteCarlo,
    target: 100,
    reference: coinr.monteCarlo,
  });

  const asem = study(51, 49);
  const two = robustnessJob(score(asem, defaultRecipe), plan);
  lines.push({
    what: "Sobol, 400 runs of 51 × 49, two choices",
    milliseconds: time(() => sensitivityRuns(evaluator(two), 0, 100), 20),
    target: 15,
    reference: coinr.sobol,
  });

  const whole = { ...job, plan: { ...plan, runs: 1000 } };
  lines.push({
    what: "All of the Robustness sheet at 680 × 27 (1,000 runs, 2,000 for sensitivity, nodes, alternatives, weights)",
    milliseconds: time(() => {
      const own = evaluator(whole);
      return combine(
        own,
        piecesOf(whole).map((piece) => performPiece(own, piece)),
      );
    }, 5),
  });

  // Long enough that the threads' start, some tenths of a second, is not what is measured.
  const long = { ...job, plan: { ...plan, runs: 10_000 } };
  let numbers: Robustness | null = null;
  for (const threads of [1, 2, 3]) {
    const watch = { onProgress: () => undefined, cancelled: () => false };
    const milliseconds = await timeAsync(async () => {
      const found = await exploreInThreads(threads)(long, watch);
      numbers ??= found;
      if (JSON.stringify(found) !== JSON.stringify(numbers)) throw new Error("threads change the numbers");
    }, 3);
    lines.push({ what: `10,000 runs and their sensitivities, ${threads} worker thread(s)`, milliseconds });
  }

  const model = whatIf(result);
  const moved = withWeight(model.weights, 0, 0.5);
  lines.push({
    what: "What if: 680 × 27 ranked again by another first-level weight",
    milliseconds: time(() => model.weigh(moved), 200),
    target: 16,
  });
  return lines;
}
