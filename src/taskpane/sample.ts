/** Workbooks that come with the add-in, as files `samples/<name>.xlsx` beside the page. */
export const samples = ["hdi-2025", "asem", "city-governance"] as const;
export type Sample = (typeof samples)[number] | "template";

export function sampleAddress(sample: Sample): string {
  return `samples/${sample}.xlsx`;
}
