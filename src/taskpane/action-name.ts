/** What ribbon, pane and keyboard offer alike; the ribbon's function names are these. Labels: `texts(locale).pane.actions`. */
export const actionNames = ["scoreWorkbook", "checkWorkbook", "removeResults"] as const;
export type ActionName = (typeof actionNames)[number];
