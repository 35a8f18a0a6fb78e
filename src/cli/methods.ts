import type { Locale } from "../base/label";
import { families, type Family, type Method, type Parameter } from "../engine/index";
import { settingLabel } from "../workbook/settings";

/** What a method takes, as `--json` prints it. */
function parameterJson(name: string, parameter: Parameter) {
  const { kind, label, fallback } = parameter;
  const bounds = "min" in parameter ? { min: parameter.min, max: parameter.max } : {};
  const options = parameter.kind === "choice" ? { options: parameter.options } : {};
  // A number without a fallback takes the score's scale; JSON has no NaN.
  return { name, kind, label, fallback: Number.isNaN(fallback) ? null : fallback, ...bounds, ...options };
}

/** Every method of every family with its parameters, bounds and reference. */
export function methodsJson() {
  return Object.entries(families).map(([family, methods]) => ({
    family,
    methods: (methods as readonly Method[]).map(({ key, label, reference, parameters }) => ({
      key,
      label,
      reference,
      parameters: Object.entries(parameters).map(([name, parameter]) => parameterJson(name, parameter)),
    })),
  }));
}

/** The same to read: a line a method, its parameters below it. */
export function methodsText(locale: Locale): string {
  return Object.entries(families)
    .map(([family, methods]) => {
      const width = Math.max(...methods.map((method) => method.key.length));
      const lines = (methods as readonly Method[]).flatMap((method) => [
        `  ${method.key.padEnd(width)}  ${method.label[locale]} · ${method.reference}`,
        ...Object.entries(method.parameters).map(
          ([name, parameter]) =>
            `  ${" ".repeat(width)}    ${name}=${range(parameter)} · ${parameter.label[locale]}`,
        ),
      ]);
      return [`${settingLabel(family as Family, locale)} (${family})`, ...lines].join("\n");
    })
    .join("\n\n");
}

/** "60 (0.001 … 1000000)", "linear|exponential|log", "yes|no". */
function range(parameter: Parameter): string {
  switch (parameter.kind) {
    case "number":
      return `${Number.isNaN(parameter.fallback) ? "" : `${parameter.fallback} `}(${parameter.min} … ${parameter.max})`;
    case "numbers":
      return `${parameter.fallback.join(", ")} (${parameter.min} … ${parameter.max})`;
    case "choice":
      return Object.keys(parameter.options)
        .map((option) => (option === parameter.fallback ? `[${option}]` : option))
        .join("|");
    case "flag":
      return parameter.fallback ? "[yes]|no" : "yes|[no]";
    default:
      return parameter.fallback || "…";
  }
}
