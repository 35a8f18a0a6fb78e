import { columnName, type CellRange } from "../../base/address";
import type { ColumnRole, Evidence } from "./classify-column";

/** One column of a plain table (or the columns of one indicator's years, or one indicator of a long list), and what it is proposed to be. */
export interface ProposedColumn {
  /** What the reading finds the column by. */
  readonly name: string;
  /** Its header cell. */
  readonly at: CellRange;
  readonly role: ColumnRole;
  readonly why: Evidence;
  /** The roles that it can be given. */
  readonly roles: readonly ColumnRole[];
  /** Unit of measure as header or sheet has it; "" for none. */
  readonly measure: string;
  readonly direction: "positive" | "negative";
  readonly directionWhy: Evidence;
  /** The node above it; "" for the index itself. */
  readonly parent: string;
  /** The nodes above that one, from the top, without the index. */
  readonly over: readonly string[];
  readonly parentWhy: Evidence | null;
}

/** What a plain table is to become, as plain data: proposed, then corrected by the user, then applied. */
export interface Proposal {
  readonly sheet: string;
  /** The sheet; others of the same units, or of other years. */
  readonly sheets: readonly string[];
  /** Rows of units, however many years each has. */
  readonly units: number;
  readonly indexName: string;
  readonly columns: readonly ProposedColumn[];
  /** Of the sheet as it was read: a proposal is for that sheet only. */
  readonly fingerprint: string;
}

/** A proposal for one sheet, and what its units are called there. */
export interface SheetProposal {
  readonly proposal: Proposal;
  readonly units: readonly string[];
}

const chosen: Evidence = { code: "chosen", params: {} };
/** There is one column of each of these at most. */
const single: readonly ColumnRole[] = ["name", "code", "year"];

/** The proposal with another role for one column; a role that only one column can have leaves the one that had it. */
export function withRole(proposal: Proposal, column: number, role: ColumnRole): Proposal {
  return {
    ...proposal,
    columns: proposal.columns.map((each, c) => {
      if (c === column) return { ...each, role, why: chosen };
      return single.includes(role) && each.role === role ? { ...each, role: "ignored", why: chosen } : each;
    }),
  };
}

export function withDirection(
  proposal: Proposal,
  column: number,
  direction: "positive" | "negative",
): Proposal {
  return changed(proposal, column, { direction, directionWhy: chosen });
}

export function withParent(proposal: Proposal, column: number, parent: string): Proposal {
  const node = parent.trim();
  return changed(proposal, column, { parent: node, over: overNode(proposal, node), parentWhy: chosen });
}

function changed(proposal: Proposal, column: number, change: Partial<ProposedColumn>): Proposal {
  return {
    ...proposal,
    columns: proposal.columns.map((each, c) => (c === column ? { ...each, ...change } : each)),
  };
}

/** The nodes between index and indicators, in the order in which they are met. */
export function parentsOf({ columns }: Proposal): string[] {
  return [...new Set(columns.flatMap((column) => (column.role === "indicator" ? pathOf(column) : [])))];
}

/** The nodes that a column stands under, from the top, without the index. */
export function pathOf({ over, parent }: ProposedColumn): readonly string[] {
  return parent === "" ? [] : [...over, parent];
}

/** The nodes above a node, as other columns have it; none for a new one. */
function overNode({ columns }: Proposal, node: string): readonly string[] {
  const path = columns.map(pathOf).find((each) => each.includes(node)) ?? [];
  return path.slice(0, Math.max(0, path.indexOf(node)));
}

/** What stands in a column's header, or its letter. */
export function columnLabel({ name, at }: ProposedColumn): string {
  return name || columnName(at.left);
}
