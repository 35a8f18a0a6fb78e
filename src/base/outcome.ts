import type { Issue } from "./issue";

/** A value, unless something stopped it; with everything worth telling either way. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };
