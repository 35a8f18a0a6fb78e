import { parseArgs } from "node:util";
import { nearestLocale, type Locale } from "../base/label";
import { fill, texts } from "../messages/say";

export type Command =
  | { readonly kind: "help"; readonly locale: Locale }
  | { readonly kind: "methods"; readonly locale: Locale; readonly json: boolean }
  | { readonly kind: "check"; readonly locale: Locale; readonly input: string; readonly json: boolean }
  | {
      readonly kind: "score";
      readonly locale: Locale;
      readonly input: string;
      /** Null prints without writing. */
      readonly output: string | null;
      readonly formulas: boolean;
      /** Runs and seed where robustness is asked for; null leaves it to the settings. */
      readonly robustness: { readonly runs?: number; readonly seed?: number } | null;
      /** Null takes as many as the machine has processors. */
      readonly threads: number | null;
      readonly json: boolean;
    }
  | {
      readonly kind: "prepare";
      readonly locale: Locale;
      readonly input: string;
      readonly output: string | null;
      readonly json: boolean;
      /** The sheet with the table; null looks for one. */
      readonly sheet: string | null;
    }
  /** What was typed cannot be done; the sentence says why. */
  | { readonly kind: "mistake"; readonly sentence: string };

const options = {
  output: { type: "string", short: "o" },
  json: { type: "boolean" },
  formulas: { type: "boolean" },
  robust: { type: "string" },
  seed: { type: "string" },
  threads: { type: "string" },
  sheet: { type: "string" },
  locale: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

/** Options that take a whole number, with their bounds. */
const wholeNumbers = { robust: [1, 1e6], seed: [0, 4294967295], threads: [1, 64] } as const;

/** Understands what was typed after "scorebook". `language` is the system's. */
export function readCommand(args: readonly string[], language: string): Command {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const asked = typeof values.locale === "string" ? values.locale : language;
  const locale = nearestLocale(asked);
  const say = texts(locale).commandLine;
  const mistake = (sentence: string, holes: Record<string, string> = {}): Command => ({
    kind: "mistake",
    sentence: fill(sentence, holes),
  });
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const known = (options as Record<string, { type: string }>)[token.name];
    if (!known) return mistake(say.unknownOption, { option: token.rawName });
    if (known.type === "string" && !token.value) return mistake(say.needsValue, { option: token.rawName });
  }
  if (typeof values.locale === "string" && !/^(en|zh)\b/i.test(values.locale)) {
    return mistake(say.badLocale, { locale: values.locale });
  }
  if (values.help) return { kind: "help", locale };
  const [command, input, extra] = positionals;
  if (command === undefined) return mistake(say.noCommand);
  if (command === "methods") {
    return input === undefined
      ? { kind: "methods", locale, json: values.json === true }
      : mistake(say.extraInput, { extra: input });
  }
  if (command !== "check" && command !== "score" && command !== "prepare")
    return mistake(say.unknownCommand, { command });
  if (input === undefined) return mistake(say.noInput, { command });
  if (extra !== undefined) return mistake(say.extraInput, { extra });
  const json = values.json === true;
  if (command === "check") return { kind: "check", locale, input, json };
  const output = typeof values.output === "string" ? values.output : null;
  if (output === null && !json) return mistake(say.noOutput);
  if (command === "prepare") {
    const sheet = typeof values.sheet === "string" ? values.sheet : null;
    return { kind: "prepare", locale, input, output, json, sheet };
  }
  const numbers: Partial<Record<keyof typeof wholeNumbers, number>> = {};
  for (const name of Object.keys(wholeNumbers) as (keyof typeof wholeNumbers)[]) {
    const typed = values[name];
    if (typeof typed !== "string") continue;
    const [low, high] = wholeNumbers[name];
    const value = /^\d+$/.test(typed.trim()) ? Number(typed) : NaN;
    if (!(value >= low && value <= high)) {
      return mistake(say.badNumber, {
        option: `--${name}`,
        found: typed,
        low: String(low),
        high: String(high),
      });
    }
    numbers[name] = value;
  }
  const { robust: runs, seed, threads } = numbers;
  return {
    kind: "score",
    locale,
    input,
    output,
    formulas: values.formulas === true,
    robustness:
      runs === undefined && seed === undefined
        ? null
        : { ...(runs !== undefined && { runs }), ...(seed !== undefined && { seed }) },
    threads: threads ?? null,
    json,
  };
}
