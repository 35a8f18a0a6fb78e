import { commandLine } from "./command-line";
import { issues } from "./issue";
import { kinds } from "./kind";
import { pane } from "./pane";
import { sheet } from "./sheet";
import { workbench } from "./workbench";

export const en = { commandLine, issues, kinds, pane, sheet, workbench };
