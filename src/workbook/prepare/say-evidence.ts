import type { Locale } from "../../base/label";
import { fill, texts } from "../../messages/say";
import type { Evidence } from "./classify-column";

/** One piece of evidence as a short phrase. */
export function sayEvidence({ code, params }: Evidence, locale: Locale): string {
  return fill(texts(locale).prepare.evidence[code], params);
}
