/** Whether this Excel has a set of the Office.js API; every use of a newer member asks first and has a fallback. */
export function supports(version: string): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", version);
}
