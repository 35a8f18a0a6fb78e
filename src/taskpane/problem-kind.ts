import type { Issue, IssueCode, Severity } from "../base/issue";

type KindOf<C> = C extends `${infer Kind}.${string}` ? Kind : never;
/** The family of an issue: what stands before the dot of its code. */
export type ProblemKind = KindOf<IssueCode>;

export interface ProblemGroup {
  readonly kind: ProblemKind;
  readonly count: number;
  /** One list a code, in the order met. */
  readonly codes: readonly { readonly code: IssueCode; readonly issues: readonly Issue[] }[];
}

export interface SeverityGroup {
  readonly severity: Severity;
  readonly count: number;
  readonly kinds: readonly ProblemGroup[];
}

const severities: readonly Severity[] = ["error", "warning", "note"];

/** Issues by severity, kind and code; errors first, and otherwise in the order met. */
export function groupProblems(issues: readonly Issue[]): SeverityGroup[] {
  return severities.flatMap((severity) => {
    const own = issues.filter((each) => each.severity === severity);
    if (own.length === 0) return [];
    const kinds = [...collect(own, (each) => each.code.slice(0, each.code.indexOf(".")) as ProblemKind)].map(
      ([kind, members]) => ({
        kind,
        count: members.length,
        codes: [...collect(members, (each) => each.code)].map(([code, same]) => ({ code, issues: same })),
      }),
    );
    return [{ severity, count: own.length, kinds }];
  });
}

function collect<K>(issues: readonly Issue[], key: (each: Issue) => K): Map<K, Issue[]> {
  const found = new Map<K, Issue[]>();
  for (const each of issues) {
    const list = found.get(key(each));
    if (list) list.push(each);
    else found.set(key(each), [each]);
  }
  return found;
}
