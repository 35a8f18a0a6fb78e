import path from "node:path";
import { Worker } from "node:worker_threads";
import type { RobustnessRunner } from "../../engine/index";
import { remoteRunner } from "./remote";
import { transferable } from "./serve";

/** Explores in so many worker threads. */
export function exploreInThreads(threads: number): RobustnessRunner {
  return remoteRunner(
    () => {
      const worker = new Worker(path.join(__dirname, "worker-thread.cjs"));
      return {
        post: (request) => worker.postMessage(request, transferable(request)),
        listen(onAnswer, onFault) {
          worker.on("message", onAnswer);
          worker.on("error", onFault);
        },
        close: () => void worker.terminate(),
      };
    },
    () => threads,
  );
}
