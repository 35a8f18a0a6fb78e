export const workbench = {
  /** Fit into "Excel refused {action}: …". */
  refusedActions: {
    read: "to read the workbook",
    write: "to write the result sheets",
    edit: "to change the cell",
    remove: "to remove the result sheets",
    show: "to show the cell",
  },
};
