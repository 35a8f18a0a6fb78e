import type { RobustnessJob, RobustnessRunner, Watch } from "../../engine/index";
import { runPieces, type Worker } from "./run-pieces";
import type { Answer, Request } from "./serve";

/** The end of a conversation with a worker elsewhere, whatever kind it is. */
export interface Remote {
  post(request: Request): void;
  /** Calls back with every answer, and with what went wrong there. */
  listen(onAnswer: (answer: Answer) => void, onFault: (fault: Error) => void): void;
  close(): void;
}

/** A runner that hires so many workers for a job and lets them go when it is done, stopped or broken. */
export function remoteRunner(hire: () => Remote, count: () => number): RobustnessRunner {
  return async (job: RobustnessJob, watch: Watch) => {
    const remotes = Array.from({ length: Math.max(1, count()) }, hire);
    // A piece may take long: stopping does not wait for it.
    let stop: () => void = () => undefined;
    const stopped = new Promise<null>((resolve) => (stop = () => resolve(null)));
    const asked = setInterval(() => watch.cancelled() && stop(), 100);
    try {
      return await Promise.race([
        runPieces(
          job,
          remotes.map((remote) => conversation(remote, job)),
          watch,
        ),
        stopped,
      ]);
    } finally {
      clearInterval(asked);
      for (const remote of remotes) remote.close();
    }
  };
}

function conversation(remote: Remote, job: RobustnessJob): Worker {
  let resolve: (answer: Answer) => void = () => undefined;
  let reject: (fault: Error) => void = () => undefined;
  // A worker that cannot even begin says so before it is asked.
  let broken: Error | null = null;
  remote.listen(
    (answer) => resolve(answer),
    (fault) => {
      broken = fault;
      reject(fault);
    },
  );
  remote.post({ kind: "job", job });
  const ask = (request: Request) =>
    new Promise<Answer>((answered, failed) => {
      resolve = answered;
      reject = failed;
      if (broken) failed(broken);
      else remote.post(request);
    });
  return {
    async perform(piece) {
      const answer = await ask({ kind: "piece", piece });
      if (answer.kind !== "piece") throw new Error("an answer to another question");
      return answer.result;
    },
    async combine(results) {
      const answer = await ask({ kind: "combine", results });
      if (answer.kind !== "combine") throw new Error("an answer to another question");
      return answer.robustness;
    },
  };
}
