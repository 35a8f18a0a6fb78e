import { commandLine } from "./command-line";
import { issues } from "./issue";
import { pane } from "./pane";
import { sheet } from "./sheet";
import { workbench } from "./workbench";

export const en = { commandLine, issues, pane, sheet, workbench };
