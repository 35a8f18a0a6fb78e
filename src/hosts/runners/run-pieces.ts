import {
  costOf,
  piecesOf,
  type Piece,
  type PieceResult,
  type Robustness,
  type RobustnessJob,
  type Watch,
} from "../../engine/index";

/** Someone who does pieces of a job, one at a time. */
export interface Worker {
  perform(piece: Piece): Promise<PieceResult>;
  combine(results: readonly PieceResult[]): Promise<Robustness>;
}

/** What putting together costs, as a share of the pieces. */
const combining = 0.15;

/**
 * Hands the pieces of a job to the workers, each its next when it is free, and puts the results together. Null when the
 * watch says stop; whoever called then closes the workers, so that a piece in hand is dropped.
 */
export async function runPieces(
  job: RobustnessJob,
  workers: readonly Worker[],
  { onProgress, cancelled }: Watch,
): Promise<Robustness | null> {
  const pieces = piecesOf(job);
  const results = new Array<PieceResult>(pieces.length);
  const total = pieces.reduce((sum, piece) => sum + costOf(job, piece), 0) * (1 + combining);
  let done = 0;
  let next = 0;
  onProgress(0);
  await Promise.all(
    workers.map(async (worker) => {
      while (next < pieces.length && !cancelled()) {
        const at = next++;
        results[at] = await worker.perform(pieces[at]);
        done += costOf(job, pieces[at]);
        onProgress(done / total);
      }
    }),
  );
  if (cancelled()) return null;
  const robustness = await workers[0].combine(results);
  onProgress(1);
  return robustness;
}
