import type { Issue, IssueCode, Severity } from "../base/issue";

/** Problems of one kind, in the order met. */
export interface ProblemKind {
  readonly code: IssueCode;
  readonly issues: readonly Issue[];
}

export interface SeverityGroup {
  readonly severity: Severity;
  readonly count: number;
  readonly kinds: readonly ProblemKind[];
}

const severities: readonly Severity[] = ["error", "warning", "note"];

/** Issues by severity and kind; errors first, and otherwise in the order met. */
export function groupProblems(issues: readonly Issue[]): SeverityGroup[] {
  return severities.flatMap((severity) => {
    const kinds = new Map<IssueCode, Issue[]>();
    let count = 0;
    for (const each of issues) {
      if (each.severity !== severity) continue;
      count += 1;
      const same = kinds.get(each.code);
      if (same) same.push(each);
      else kinds.set(each.code, [each]);
    }
    return count === 0
      ? []
      : [{ severity, count, kinds: [...kinds].map(([code, same]) => ({ code, issues: same })) }];
  });
}
