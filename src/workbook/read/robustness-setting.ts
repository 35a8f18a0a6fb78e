import type { CellRange } from "../../base/address";
import { issue, type Issue } from "../../base/issue";
import {
  defaultPlan,
  families,
  variedMethods,
  type MethodChoice,
  type RobustnessPlan,
  type VariedMethod,
  type WeightVariation,
} from "../../engine/index";
import { parseMethod, splitOutside, writeMethod } from "./parse-method";
import { fold } from "./words";

type Part = "runs" | "seed" | "weights" | "leave one out" | VariedMethod;

/** What a part of the setting may be called, folded. */
const names: Readonly<Record<Part, readonly string[]>> = {
  runs: ["runs", "n", "次数", "模拟次数", "轮数"],
  seed: ["seed", "种子", "随机种子"],
  weights: ["weights", "weight", "权重", "赋权"],
  imputation: ["imputation", "缺失值处理", "插补"],
  treatment: ["treatment", "离群值处理"],
  normalisation: ["normalisation", "normalization", "标准化", "标准化方法"],
  aggregation: ["aggregation", "合成", "合成方法"],
  "leave one out": ["leaveoneout", "逐一剔除", "剔除单个指标"],
};
const parts = Object.keys(names) as Part[];
const yes = new Set(["yes", "on", "true", "default", "是", "开", "默认"].map(fold));
const no = new Set(["no", "off", "none", "false", "否", "关", "无"].map(fold));
const draws = { noise: ["noise", "扰动", "随机扰动"], dirichlet: ["dirichlet", "狄利克雷"] } as const;
/** Bounds of what is written, as an issue says them. */
const bounds = { runs: [1, 1e6], seed: [0, 4294967295], spread: [0, 1] } as const;

/**
 * Reads the robustness setting: "off", "yes" (the default plan), a number of runs, or parts "name=value" between
 * semicolons. Lists of methods stand between commas; a method's parameters in parentheses. Naming any part that varies
 * leaves out what is not named; runs and seed alone keep the default's weights. What cannot be used gets an issue and is
 * left out.
 */
export function readRobustness(
  text: string,
  at: CellRange | undefined,
  issues: Issue[],
): RobustnessPlan | null {
  const written = text.normalize("NFKC").trim();
  if (written === "" || no.has(fold(written))) return null;
  if (yes.has(fold(written))) return defaultPlan;
  const refuse = (setting: string, found: string, expected: string) =>
    void issues.push(issue("error", "setting.bad-value", { setting, found, expected }, {}, at));
  const number = (name: keyof typeof bounds, value: string, whole: boolean): number | null => {
    const [low, high] = bounds[name];
    const found = readShare(value);
    if (found >= low && found <= high && (!whole || Number.isInteger(found))) return found;
    refuse(`robustness · ${name}`, value, `${low} … ${high}`);
    return null;
  };
  if (/^\d+$/.test(written))
    return { ...defaultPlan, runs: number("runs", written, true) ?? defaultPlan.runs };

  const found = new Map<Part, string>();
  for (const piece of splitOutside(written, /[;\n]/)) {
    const named = /^\s*([^=:]+?)\s*[=:]\s*(.*)$/s.exec(piece);
    const part = named && parts.find((each) => names[each].some((name) => fold(name) === fold(named[1])));
    if (part) found.set(part, named[2].trim());
    else refuse("robustness", piece.trim(), parts.join(", "));
  }
  const varies = [...found.keys()].some((part) => part !== "runs" && part !== "seed");
  const methods = (part: VariedMethod): MethodChoice[] =>
    splitOutside(found.get(part) ?? "", /[,，、]/)
      .map((each) => parseMethod(each, families[part], { setting: `robustness · ${part}`, at }, issues))
      .filter((each) => each !== null);
  const whole = (part: "runs" | "seed") =>
    found.has(part) ? (number(part, found.get(part)!, true) ?? defaultPlan[part]) : defaultPlan[part];
  const weights = found.get("weights");
  const leave = fold(found.get("leave one out") ?? "no");
  if (!yes.has(leave) && !no.has(leave))
    refuse("robustness · leave one out", found.get("leave one out")!, "yes, no");
  return {
    runs: whole("runs"),
    seed: whole("seed"),
    weights: weights
      ? readWeights(weights, (value) => number("spread", value, false), refuse)
      : varies
        ? null
        : defaultPlan.weights,
    imputation: methods("imputation"),
    treatment: methods("treatment"),
    normalisation: methods("normalisation"),
    aggregation: methods("aggregation"),
    leaveOneOut: yes.has(leave),
  };
}

/** "0.25" or "25%". */
function readShare(text: string): number {
  const trimmed = text.trim();
  if (trimmed === "") return NaN;
  return trimmed.endsWith("%") ? Number(trimmed.slice(0, -1)) / 100 : Number(trimmed);
}

/** "noise 0.25", "dirichlet 10%", "noise 0.25 (level 1=0.1; level 3=0)"; a number alone is noise. */
function readWeights(
  text: string,
  spreadOf: (text: string) => number | null,
  refuse: (setting: string, found: string, expected: string) => void,
): WeightVariation | null {
  if (no.has(fold(text))) return null;
  if (yes.has(fold(text))) return defaultPlan.weights;
  const [, word, share, inside] = /^\s*([^\d(.%]*?)\s*([\d.]+\s*%?)?\s*(?:\((.*)\))?\s*$/s.exec(text) ?? [];
  const method =
    word === ""
      ? "noise"
      : (Object.keys(draws) as (keyof typeof draws)[]).find((each) =>
          draws[each].some((name) => fold(name) === fold(word ?? "")),
        );
  if (!method) {
    refuse("robustness · weights", text, "noise 0.25, dirichlet 0.25");
    return null;
  }
  const levels: Record<number, number> = {};
  let spread = share === undefined ? 0.25 : spreadOf(share);
  for (const piece of (inside ?? "").split(/[;,]/).filter((each) => each.trim() !== "")) {
    const [, level, value] = /^\s*(?:level|第)?\s*(\d)\s*级?\s*[=:]\s*(.*)$/i.exec(piece) ?? [];
    const named = /^\s*(?:spread|幅度)\s*[=:]\s*(.*)$/i.exec(piece);
    const own = spreadOf(value ?? named?.[1] ?? piece);
    if (own === null) continue;
    if (level === undefined) spread = own;
    else levels[Number(level)] = own;
  }
  return { method, spread: spread ?? 0.25, levels };
}

/** The text that `readRobustness` reads back. */
export function writeRobustness(plan: RobustnessPlan | null): string {
  if (!plan) return "off";
  const { runs, seed, weights, leaveOneOut } = plan;
  const levels = Object.entries(weights?.levels ?? {}).map(([level, spread]) => `level ${level}=${spread}`);
  return [
    `runs=${runs}`,
    `seed=${seed}`,
    `weights=${weights ? `${weights.method} ${weights.spread}` : "no"}${levels.length > 0 ? ` (${levels.join("; ")})` : ""}`,
    ...variedMethods
      .filter((part) => plan[part].length > 0)
      .map((part) => `${part}=${plan[part].map(writeMethod).join(", ")}`),
    ...(leaveOneOut ? ["leave one out=yes"] : []),
  ].join("; ");
}
