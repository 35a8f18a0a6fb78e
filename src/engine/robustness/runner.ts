import type { RobustnessJob } from "./evaluator";
import type { Robustness } from "./robustness";

/** How a long run is watched and stopped. */
export interface Watch {
  /** Called as the work goes on with the share done, 0–1. */
  readonly onProgress: (share: number) => void;
  /** Asked between pieces; true ends the run with nothing. */
  readonly cancelled: () => boolean;
}

/** Explores a job wherever it is best done; null when it was stopped. The numbers do not hang on where. */
export type RobustnessRunner = (job: RobustnessJob, watch: Watch) => Promise<Robustness | null>;
