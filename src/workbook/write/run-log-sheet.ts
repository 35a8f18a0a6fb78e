import {
  aggregators,
  imputers,
  normalisers,
  parameterValues,
  tierings,
  treatments,
  weighters,
  type Method,
  type MethodChoice,
} from "../../engine/index";
import { fill } from "../../messages/say";
import type { DocumentCell, SheetDocument } from "../document";
import { settingLabel, type SettingKey } from "../settings";
import { writeRobustness } from "../read/robustness-setting";
import { labelOf, type SheetContext } from "./context";
import { addSection, addTable, finish, newDraft, type Draft } from "./draft";
import { inputCheck } from "./input-check";
import { liveNotes } from "./live/live-note";
import { looks } from "./look";
import { settingText } from "./settings-sheet";

/** Run log: what was read from where, when and by which version, every step's method with its parameters and source, and all settings. */
export function runLogSheet(context: SheetContext): SheetDocument {
  const { result, reading, words, locale, issues } = context;
  const { study, recipe } = result;
  const log = words.runLog;
  const draft = newDraft(fill(log.title, { index: context.index }), log.subtitle, "");
  const count = (severity: string) => issues.filter((each) => each.severity === severity).length;
  const items: [string, DocumentCell][] = [
    [log.time, context.time],
    [log.version, context.version],
    [log.fingerprint, reading.fingerprint],
    [log.indicatorsSheet, reading.sheets.indicators ?? ""],
    [log.dataSheets, reading.sheets.data.join(", ")],
    [log.settingsSheet, reading.sheets.settings ?? log.defaults],
    ...(reading.year ? [[log.year, reading.year] as [string, DocumentCell]] : []),
    [log.units, study.units.length],
    [log.scored, result.rank.filter((rank) => rank > 0).length],
    [log.indicators, study.indicators.length],
    [log.groupings, study.groups.map((group) => group.name).join(", ")],
    [log.problems, count("error")],
    [log.warnings, count("warning")],
    [log.notes, count("note")],
  ];
  addTable(draft, "Run", [
    { header: log.item, width: 24, style: looks.bold, cells: items.map(([item]) => item) },
    {
      header: log.value,
      width: 44,
      style: { align: "left", wrap: true },
      cells: items.map(([, value]) => value),
    },
  ]);

  addInputs(draft, context);
  addSection(draft, log.method);
  const steps = methodSteps(context);
  addTable(draft, "Methods", [
    {
      header: log.step,
      width: 34,
      style: { ...looks.bold, wrap: true },
      cells: steps.map((step) => step.label),
    },
    {
      header: log.method,
      width: 44,
      style: { wrap: true },
      cells: steps.map((step) => labelOf(step.family, step.choice, locale)),
    },
    {
      header: log.parameters,
      width: 44,
      style: { wrap: true },
      cells: steps.map((step) => parameterNote(step, context)),
    },
    { header: log.source, width: 44, style: { wrap: true }, cells: steps.map((step) => sourceOf(step)) },
  ]);

  if (context.live) {
    const notes = liveNotes(context, context.live);
    addSection(draft, words.live.notes);
    addTable(draft, "Formulas", [
      {
        header: words.live.stages.header,
        width: 24,
        style: looks.bold,
        cells: notes.map(({ stage }) => stage),
      },
      { header: words.live.stages.how, width: 44, style: { wrap: true }, cells: notes.map(({ how }) => how) },
    ]);
  }

  addSection(draft, words.settingsTitle);
  const keys = Object.keys(words.settings) as SettingKey[];
  addTable(draft, "SettingsUsed", [
    {
      header: words.settingHeaders.key,
      width: 24,
      style: looks.bold,
      cells: keys.map((key) => settingLabel(key, locale)),
    },
    {
      header: words.settingHeaders.value,
      width: 44,
      style: { wrap: true },
      cells: keys.map((key) =>
        key === "robustness"
          ? writeRobustness(context.robustness?.plan ?? null)
          : (reading.settings.get(key)?.text ?? settingText(key, recipe)),
      ),
    },
  ]);
  return finish(draft, {
    kind: "run-log",
    name: words.names["run-log"],
    freezeColumns: 0,
  });
}

/** The sheets that were read, each with a formula that says whether it has changed since. */
function addInputs(draft: Draft, { reading, words }: SheetContext): void {
  const log = words.runLog;
  const checks = reading.inputs.map((table) => ({ sheet: table.sheet, ...inputCheck(table) }));
  addSection(draft, log.inputs);
  addTable(draft, "Inputs", [
    { header: log.sheet, width: 24, style: looks.bold, cells: checks.map(({ sheet }) => sheet) },
    {
      header: log.state,
      width: 44,
      cells: checks.map(({ unchanged }) => ({
        formula: `=IF(${unchanged},"${log.unchanged}","${log.changed}")`,
        value: log.unchanged,
      })),
    },
    {
      header: log.held,
      width: 44,
      cells: checks.map(({ numbers, texts }) => fill(log.heldCells, { numbers, texts })),
    },
  ]);
}

interface Step {
  readonly label: string;
  readonly family: readonly Method[];
  readonly choice: MethodChoice;
}

function methodSteps({ result, locale, words }: SheetContext): Step[] {
  const { recipe, study } = result;
  const label = (key: SettingKey) => settingLabel(key, locale);
  const level = (key: SettingKey, at: string) => `${label(key)} · ${words.common.level} ${at}`;
  const steps: Step[] = [
    { label: label("imputation"), family: imputers, choice: recipe.imputation },
    { label: label("treatment"), family: treatments, choice: recipe.treatment },
    { label: label("normalisation"), family: normalisers, choice: recipe.normalisation },
    { label: label("weights"), family: weighters, choice: recipe.weights.general },
    ...Object.entries(recipe.weights.levels).map(([at, choice]) => ({
      label: level("weights", at),
      family: weighters,
      choice,
    })),
    { label: label("aggregation"), family: aggregators, choice: recipe.aggregation.general },
    ...Object.entries(recipe.aggregation.levels).map(([at, choice]) => ({
      label: level("aggregation", at),
      family: aggregators,
      choice,
    })),
    { label: label("tiers"), family: tierings, choice: recipe.tiers },
  ];
  const single = (name: string, key: SettingKey) => `${label(key)} · ${name}`;
  for (const indicator of study.indicators) {
    if (indicator.treatment)
      steps.push({
        label: single(indicator.name, "treatment"),
        family: treatments,
        choice: indicator.treatment,
      });
    if (indicator.normalisation)
      steps.push({
        label: single(indicator.name, "normalisation"),
        family: normalisers,
        choice: indicator.normalisation,
      });
  }
  for (const node of study.nodes) {
    if (node.aggregation)
      steps.push({ label: single(node.name, "aggregation"), family: aggregators, choice: node.aggregation });
  }
  return steps;
}

/** Every parameter with the value used, fallbacks included. */
function parameterNote({ family, choice }: Step, { locale, words }: SheetContext): string {
  const method = family.find((each) => each.key === choice.key);
  if (!method) return "";
  const values = parameterValues(method, choice) as Record<string, unknown>;
  return Object.entries(method.parameters)
    .filter(([name]) => !Number.isNaN(values[name]) && values[name] !== "")
    .map(([name, parameter]) => {
      const value = values[name];
      const text = Array.isArray(value)
        ? value.join(", ")
        : typeof value === "boolean"
          ? value
            ? words.common.yes
            : words.common.no
          : parameter.kind === "choice"
            ? parameter.options[String(value)][locale]
            : String(value);
      return `${parameter.label[locale]}: ${text}`;
    })
    .join("; ");
}

function sourceOf({ family, choice }: Step): string {
  return family.find((each) => each.key === choice.key)?.reference ?? "";
}
