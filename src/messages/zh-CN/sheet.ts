import type { sheet as english } from "../en/sheet";

export const sheet: typeof english = {};
