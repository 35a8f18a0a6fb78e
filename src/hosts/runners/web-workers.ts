import type { RobustnessRunner } from "../../engine/index";
import { remoteRunner } from "./remote";
import { transferable, type Answer } from "./serve";

/** More than this gain little for their start. */
const most = 4;

/** Explores in Web Workers, so that the pane stays alive: as many as the machine has processors to spare, at most four. */
export const exploreInWebWorkers: RobustnessRunner = remoteRunner(
  () => {
    const worker = new Worker(new URL("./web-worker.ts", import.meta.url));
    return {
      post: (request) => worker.postMessage(request, transferable(request)),
      listen(onAnswer, onFault) {
        worker.onmessage = ({ data }: MessageEvent<Answer>) => onAnswer(data);
        worker.onerror = ({ message }) => onFault(new Error(message));
      },
      close: () => worker.terminate(),
    };
  },
  () => Math.min(most, (navigator.hardwareConcurrency || 2) - 1),
);
