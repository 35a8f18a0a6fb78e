import type { Evidence, Finding } from "./finding";
import { phrase, type Figure } from "./sentence";

const mostNamed = 3;

/** What became of the units since the earlier year: how many rose, who most, and who changed tier. */
export function changeFindings({ context, words, table, list, named, score }: Evidence): Finding[] {
  const { change, study } = context.result;
  if (!change) return [];
  const own = words.change;
  const scores = table("scores", "Scores");
  const by = scores.column("change");
  const at = { kind: scores.kind, ...scores.place("change", scores.top) };
  const there = [...change.score.keys()].filter((unit) => !Number.isNaN(change.score[unit]));
  if (there.length === 0) return [];
  const count = (sign: ">" | "<"): Figure => ({
    expression: `COUNTIF(${by},"${sign}0")`,
    value: there.filter((unit) => (sign === ">" ? change.score[unit] > 0 : change.score[unit] < 0)).length,
    style: "count",
    at,
  });
  const mean: Figure = {
    expression: `AVERAGE(${by})`,
    value: there.reduce((sum, unit) => sum + change.score[unit], 0) / there.length,
    style: "change",
    at,
  };
  const findings: Finding[] = [
    {
      topic: "change",
      sentences: [phrase(own.mean, { year: change.from, up: count(">"), down: count("<"), mean })],
    },
  ];
  const ordered = there.sort((a, b) => change.score[b] - change.score[a]);
  const told = (units: readonly number[], text: string) => {
    if (units.length === 0) return;
    const phrases = units.map((unit) => named(study.units[unit].name, score(unit, "change", "change")));
    findings.push({ topic: "change", sentences: [phrase(text, { list: list(phrases) })] });
  };
  told(ordered.filter((unit) => change.score[unit] > 0).slice(0, mostNamed), own.risers);
  told(
    ordered
      .filter((unit) => change.score[unit] < 0)
      .slice(-mostNamed)
      .reverse(),
    own.fallers,
  );

  const migration = table("tiers", "Migration");
  const labels = change.tiers.labels.length;
  const cells = (better: boolean): Figure => {
    const found: string[] = [];
    let value = 0;
    for (let before = 0; before < labels; before += 1) {
      for (let after = 0; after < labels; after += 1) {
        if (better ? after >= before : after <= before) continue;
        found.push(migration.cell(`to ${after}`, migration.top + before));
        value += change.tiers.counts[before][after];
      }
    }
    return {
      expression: found.join("+") || "0",
      value,
      style: "count",
      at: { kind: migration.kind, ...migration.place("to 0", migration.top) },
    };
  };
  if (labels > 1)
    findings.push({
      topic: "change",
      sentences: [phrase(own.tiers, { up: cells(true), down: cells(false) })],
    });
  return findings;
}
