import type { ByLevel, Method, MethodChoice, Parameter, ParameterValue } from "../engine/index";
import { parameterValues } from "../engine/index";
import type { Words } from "./words";

/** A choice in the reader's words, with its parameters: "Fixed cut-offs (Lower bounds 70, 60)". */
export function choiceWords(methods: readonly Method[], choice: MethodChoice, words: Words): string {
  const method = methods.find((each) => each.key === choice.key);
  if (!method) return choice.key;
  const label = method.label[words.locale];
  const values = parameterValues(method, choice) as Readonly<Record<string, ParameterValue>>;
  const parts = Object.entries(method.parameters).flatMap(([name, parameter]) => {
    const value = values[name];
    // Cut-offs and the like are the method itself; of the rest, only what is not as usual is worth the room.
    if (parameter.kind !== "numbers" && Object.is(value, parameter.fallback)) return [];
    const own = parameter.label[words.locale];
    return [value === true ? own : `${own} ${parameterWords(parameter, value, words)}`];
  });
  if (parts.length === 0) return label;
  const joined = parts.join(words.locale === "en" ? "; " : "；");
  return words.locale === "en" ? `${label} (${joined})` : `${label}（${joined}）`;
}

export function byLevelWords(methods: readonly Method[], choice: ByLevel, words: Words): string {
  const { text, fill } = words;
  const general = choiceWords(methods, choice.general, words);
  const exceptions = Object.entries(choice.levels).map(([level, own]) =>
    fill(text.method.exception, {
      level: levelName(Number(level), words),
      method: choiceWords(methods, own, words),
    }),
  );
  return exceptions.length === 0
    ? general
    : fill(text.method.exceptAt, {
        general,
        exceptions: exceptions.join(words.locale === "en" ? "; " : "；"),
      });
}

export function levelName(level: number, { text, fill }: Words): string {
  return level === 0 ? text.method.levelZero : fill(text.method.level, { level });
}

/** Whether two choices mean the same, written out or left to the defaults. */
export function sameChoice(methods: readonly Method[], one: MethodChoice, other: MethodChoice): boolean {
  const method = methods.find((each) => each.key === one.key);
  if (!method || one.key !== other.key) return one.key === other.key;
  return JSON.stringify(parameterValues(method, one)) === JSON.stringify(parameterValues(method, other));
}

function parameterWords(parameter: Parameter, value: ParameterValue, { locale, text }: Words): string {
  switch (parameter.kind) {
    case "choice":
      return parameter.options[String(value)]?.[locale] ?? String(value);
    case "flag":
      return value ? text.method.yes : text.method.no;
    case "numbers":
      return (value as readonly number[]).join(text.method.listSeparator);
    default:
      return String(value);
  }
}

/** Numbers as typed, with commas of either width between them; null when one is none or out of bounds. */
export function readNumbers(typed: string, min: number, max: number): number[] | null {
  const parts = typed.split(/[,，;；、\s]+/).filter(Boolean);
  const numbers = parts.map((part) => readNumber(part, min, max));
  return numbers.length > 0 && numbers.every((each) => each !== null) ? (numbers as number[]) : null;
}

export function readNumber(typed: string, min: number, max: number): number | null {
  const plain = typed.trim().normalize("NFKC").replace("−", "-");
  const value = Number(plain);
  return plain !== "" && value >= min && value <= max ? value : null;
}
