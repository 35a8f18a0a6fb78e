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
  sheet: { type: "string" },
  locale: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

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
  return { kind: "score", locale, input, output, formulas: values.formulas === true, json };
}
