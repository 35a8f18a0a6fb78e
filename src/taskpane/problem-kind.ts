import type { Issue, IssueCode, Severity } from "../base/issue";

/** Problems of one kind and severity, in the order met. */
export interface ProblemKind {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly issues: readonly Issue[];
}

export interface SeverityGroup {
  readonly severity: Severity;
  readonly count: number;
  readonly kinds: readonly ProblemKind[];
}

export interface Problems {
  /** What the user has still to look at, errors first. */
  readonly open: readonly SeverityGroup[];
  /** Kinds that the user has accepted; never errors. */
  readonly accepted: readonly ProblemKind[];
}

const severities: readonly Severity[] = ["error", "warning", "note"];

/** Issues by severity and kind; errors first, and otherwise in the order met. Accepted kinds stand apart, save errors. */
export function groupProblems(issues: readonly Issue[], acceptedCodes: readonly IssueCode[]): Problems {
  const accepted: ProblemKind[] = [];
  const open = severities.flatMap((severity): SeverityGroup[] => {
    const kinds = new Map<IssueCode, Issue[]>();
    for (const each of issues) {
      if (each.severity !== severity) continue;
      const same = kinds.get(each.code);
      if (same) same.push(each);
      else kinds.set(each.code, [each]);
    }
    const all = [...kinds].map(([code, same]): ProblemKind => ({ code, severity, issues: same }));
    const isAccepted = ({ code }: ProblemKind) => severity !== "error" && acceptedCodes.includes(code);
    accepted.push(...all.filter(isAccepted));
    const left = all.filter((kind) => !isAccepted(kind));
    const count = left.reduce((sum, kind) => sum + kind.issues.length, 0);
    return left.length === 0 ? [] : [{ severity, count, kinds: left }];
  });
  return { open, accepted };
}

/** Issues whose sentence holds a text, whatever its case. */
export function filterProblems(
  issues: readonly Issue[],
  typed: string,
  say: (issue: Issue) => string,
): readonly Issue[] {
  const wanted = typed.normalize("NFKC").trim().toLowerCase();
  if (wanted === "") return issues;
  return issues.filter((each) => say(each).normalize("NFKC").toLowerCase().includes(wanted));
}
