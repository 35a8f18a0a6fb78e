import type { Gradual } from "../base/gradual";
import type { Phase, TaskOptions } from "./report";

/**
 * Has work done piece by piece: between two, when whoever waits for the thread is due for it, says how far it is and lets them.
 * Null when the user stops it.
 */
export async function gradually<T>(
  work: Gradual<T>,
  phase: Phase,
  { onProgress, breathe, cancelled }: TaskOptions,
): Promise<T | null> {
  for (;;) {
    if (cancelled?.()) return null;
    const step = work.next();
    if (step.done) return step.value;
    const breath = breathe?.();
    if (!breath) continue;
    onProgress?.(phase, step.value);
    await breath;
  }
}
