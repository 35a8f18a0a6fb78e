import type { Outcome } from "../base/outcome";
import type { Workbook } from "../workbook/port";
import { readWorkbook } from "../workbook/read/read-workbook";
import { settingRows } from "../workbook/read/setting-row";
import { settingKeys, type SettingKey } from "../workbook/settings";
import { settingsSheet } from "../workbook/write/settings-sheet";
import type { TaskOptions } from "./report";

/**
 * Writes one value to the Settings sheet, which is made first (with the defaults) when the workbook has none. `key` is
 * the English key ("normalisation"); a setting that the sheet lacks gets a row below its last.
 */
export async function changeSetting(
  workbook: Workbook,
  key: string,
  value: string,
  options: TaskOptions,
): Promise<Outcome<null>> {
  if (!isSettingKey(key)) throw new Error(`no setting "${key}"`);
  const read = await workbook.read();
  if (!read.ok) return read;
  const reading = readWorkbook(read.value, options.locale);
  if (reading.settingsView)
    return workbook.edit(settingRows(reading.settingsView, { [key]: value }, options.locale));
  const made = await workbook.write([settingsSheet(reading.recipe, reading.language ?? options.locale)], {
    fingerprint: reading.fingerprint,
  });
  if (!made.ok) return made;
  const again = await workbook.read();
  if (!again.ok) return again;
  const { settingsView } = readWorkbook(again.value, options.locale);
  if (!settingsView) throw new Error("the Settings sheet that was just written is not found");
  return workbook.edit(settingRows(settingsView, { [key]: value }, options.locale));
}

function isSettingKey(key: string): key is SettingKey {
  return (settingKeys as readonly string[]).includes(key);
}
