import type { en } from "../en/index";
import { charts } from "./chart";
import { commandLine } from "./command-line";
import { findings } from "./findings";
import { issues } from "./issue";
import { kinds } from "./kind";
import { pane } from "./pane";
import { prepare } from "./prepare";
import { profile } from "./profile";
import { robustness } from "./robustness";
import { sheet } from "./sheet";
import { workbench } from "./workbench";

export const zhCN: typeof en = {
  charts,
  commandLine,
  findings,
  issues,
  kinds,
  pane,
  prepare,
  profile,
  robustness,
  sheet,
  workbench,
};
