import {
  combine,
  evaluator,
  performPiece,
  type Evaluator,
  type Piece,
  type PieceResult,
  type Robustness,
  type RobustnessJob,
} from "../../engine/index";

/** What a worker is asked; the job comes first. */
export type Request =
  | { readonly kind: "job"; readonly job: RobustnessJob }
  | { readonly kind: "piece"; readonly piece: Piece }
  | { readonly kind: "combine"; readonly results: readonly PieceResult[] };

export type Answer =
  | { readonly kind: "piece"; readonly result: PieceResult }
  | { readonly kind: "combine"; readonly robustness: Robustness };

/** What a worker does with what it is asked: null for the job, which needs no answer. */
export function server(): (request: Request) => Answer | null {
  let own: Evaluator | null = null;
  return (request) => {
    if (request.kind === "job") {
      own = evaluator(request.job);
      return null;
    }
    if (!own) throw new Error("a piece before its job");
    return request.kind === "piece"
      ? { kind: "piece", result: performPiece(own, request.piece) }
      : { kind: "combine", robustness: combine(own, request.results) };
  };
}

/** The memory of a message that can be handed over and need not be copied: what the runs came to. */
export function transferable(message: Request | Answer): ArrayBuffer[] {
  const results =
    message.kind === "combine" && "results" in message
      ? message.results
      : message.kind === "piece" && "result" in message
        ? [message.result]
        : [];
  return results.flatMap((each) => {
    if (each.kind !== "runs") return [];
    const { ranks, scores, tierCounts } = each.result;
    return [ranks, scores, tierCounts].map(({ buffer }) => buffer as ArrayBuffer);
  });
}
