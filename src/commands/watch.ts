import { supports } from "../hosts/excel/requirement";
import { send } from "../hosts/excel/run";

/** Long enough that a pasted block or a column filled down is one change. */
const pause = 700;

/**
 * Calls back some time after cells or sheets have changed, as far as it was not us. Where Excel cannot tell (before
 * ExcelApi 1.9, or when it refuses), the pane still reads again whenever it is returned to.
 */
export async function watchWorkbook(changed: () => void): Promise<void> {
  if (!supports("1.9")) return;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const soon = async () => {
    clearTimeout(waiting);
    waiting = setTimeout(changed, pause);
  };
  await send(async (context) => {
    const { worksheets } = context.workbook;
    // What we write ourselves the pane knows; before ExcelApi 1.14 Excel does not say who wrote.
    worksheets.onChanged.add(async ({ triggerSource }) => {
      if (triggerSource !== "ThisLocalAddin") await soon();
    });
    worksheets.onAdded.add(soon);
    worksheets.onDeleted.add(soon);
    await context.sync();
  });
}
