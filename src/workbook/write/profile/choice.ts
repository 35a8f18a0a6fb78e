/** Where the drop-down stands. */
export const choice = { row: 4, column: 1 } as const;

/** The column of Scores in which units' names stand; each leads to the drop-down. */
export const unitColumn = 1;
