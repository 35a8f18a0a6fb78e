import type { Result } from "../result";
import type { Reference } from "../scores";
import type { RobustnessJob } from "./evaluator";
import type { RobustnessPlan } from "./plan";

/** The job of exploring a result by a plan. `reference` is what its year was fitted to, where it is one of several. */
export function robustnessJob(
  { study, recipe, stages: { denominated, imputed } }: Result,
  plan: RobustnessPlan,
  reference: Reference | null = null,
): RobustnessJob {
  return { study, recipe, plan, prepared: { denominated, imputed, issues: [] }, reference };
}
