import type { Label } from "../base/label";

/** One setting of a method, with its bounds: the Settings sheet, the pane's form and the method note are made from it. */
export type Parameter =
  | {
      readonly kind: "number";
      readonly label: Label;
      readonly fallback: number;
      readonly min: number;
      readonly max: number;
    }
  | {
      readonly kind: "numbers";
      readonly label: Label;
      readonly fallback: readonly number[];
      readonly min: number;
      readonly max: number;
    }
  | {
      readonly kind: "choice";
      readonly label: Label;
      readonly fallback: string;
      readonly options: Readonly<Record<string, Label>>;
    }
  | { readonly kind: "flag"; readonly label: Label; readonly fallback: boolean }
  /** A unit's name or code; empty for none. */
  | { readonly kind: "unit"; readonly label: Label; readonly fallback: string }
  /** The header of a group column of the data; empty for the first. */
  | { readonly kind: "column"; readonly label: Label; readonly fallback: string };
export type Parameters = Readonly<Record<string, Parameter>>;

export type ParameterValue = number | string | boolean | readonly number[];
type ValueOf<P extends Parameter> = P extends { kind: "number" }
  ? number
  : P extends { kind: "numbers" }
    ? readonly number[]
    : P extends { kind: "flag" }
      ? boolean
      : string;
/** The values a method receives: complete and already checked against their bounds. */
export type Values<P extends Parameters> = { readonly [K in keyof P]: ValueOf<P[K]> };

/** What every method of every family says of itself. `key` is what the Settings sheet stores: never rename one. */
export interface Method<P extends Parameters = Parameters> {
  readonly key: string;
  readonly label: Label;
  /** Other words a user may write on the Settings sheet, lower case. */
  readonly synonyms?: readonly string[];
  readonly reference: string;
  readonly parameters: P;
}

/** A method named by key, with the parameters the user gave; the rest take their fallbacks. */
export interface MethodChoice {
  readonly key: string;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
}

export function choose(key: string, parameters: Readonly<Record<string, ParameterValue>> = {}): MethodChoice {
  return { key, parameters };
}

/** The parameters of a choice, with fallbacks filled in. */
export function parameterValues<P extends Parameters>(method: Method<P>, choice: MethodChoice): Values<P> {
  const values: Record<string, ParameterValue> = {};
  for (const [name, parameter] of Object.entries(method.parameters)) {
    values[name] = choice.parameters[name] ?? parameter.fallback;
  }
  return values as Values<P>;
}

/** The method that a choice names; one that no family member has is a programmer's mistake and throws. */
export function findMethod<M extends Pick<Method, "key">>(family: readonly M[], choice: MethodChoice): M {
  const method = family.find((each) => each.key === choice.key);
  if (!method) throw new Error(`no method "${choice.key}"`);
  return method;
}
