import type { workbench as english } from "../en/workbench";

export const workbench: typeof english = {
  refusedActions: {
    read: "读取工作簿",
    write: "写入结果工作表",
    edit: "修改单元格",
    remove: "删除结果工作表",
    show: "显示单元格",
  },
};
