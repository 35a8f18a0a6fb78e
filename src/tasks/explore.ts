import { each, type Gradual } from "../base/gradual";
import { issue, type Issue } from "../base/issue";
import {
  combine,
  defaultPlan,
  evaluator,
  mostRuns,
  performPiece,
  piecesOf,
  robustnessJob,
  type Robustness,
  type RobustnessPlan,
  type RobustnessJob,
} from "../engine/index";
import type { Examination } from "./check-workbook";
import { gradually } from "./gradually";
import type { TaskOptions } from "./report";

/** What an exploration came to; `stopped` when the user ended it. */
export interface Exploration {
  readonly robustness: Robustness | null;
  readonly stopped: boolean;
  readonly issues: readonly Issue[];
}

/** Explores how sure a scored workbook's ranks are, if its settings (or the caller) ask. */
export async function exploreRobustness(
  { result, reference }: Pick<Examination, "result" | "reference">,
  options: TaskOptions,
): Promise<Exploration> {
  const plan = result && planOf(result.recipe.robustness, options);
  if (!plan) return { robustness: null, stopped: false, issues: [] };
  const units = result.study.units.length;
  const most = mostRuns(units);
  if (plan.runs > most) {
    const params = { runs: plan.runs, units, most };
    const found = issue("error", "robustness.too-large", params, { setting: "robustness" });
    return { robustness: null, stopped: false, issues: [found] };
  }
  options.onProgress?.("exploring", 0);
  const job = robustnessJob(result, plan, reference);
  const robustness = options.explore
    ? await options.explore(job, {
        onProgress: (share) => options.onProgress?.("exploring", share),
        cancelled: () => options.cancelled?.() ?? false,
      })
    : await gradually(exploring(job), "exploring", options);
  return { robustness, stopped: robustness === null, issues: robustness?.issues ?? [] };
}

function planOf(written: RobustnessPlan | null, { robustness }: TaskOptions): RobustnessPlan | null {
  return robustness ? { ...(written ?? defaultPlan), ...robustness } : written;
}

function* exploring(job: RobustnessJob): Gradual<Robustness> {
  const own = evaluator(job);
  return combine(own, yield* each(piecesOf(job), (piece) => performPiece(own, piece)));
}
