import type { commandLine as english } from "../en/command-line";

export const commandLine: typeof english = {
  help: `Scorebook：在 Excel 工作簿中计算综合指数。

  scorebook check 输入.xlsx                 查看内容，并指出问题
  scorebook score 输入.xlsx -o 输出.xlsx    评分，结果写成输出文件中的工作表
  scorebook score 输入.xlsx --json          评分，只打印结果，不写文件
  scorebook prepare 输入.xlsx -o 输出.xlsx  普通表格：为其写出“指标体系”与“设置”两张表
  scorebook methods                        列出全部方法、参数范围和出处

  -o, --output 文件       写到哪里；不能是所读的文件
  --formulas              结果写成引用输入表的公式，修改后立即重算
  --robust 次数           变动权重（或按“设置”表）重复评分，给出位次区间
  --seed 数字             随机种子：种子相同，数字相同
  --threads 数字          所用线程数；结果与之无关
  --sheet 表名            prepare：表格所在的工作表
  --json                  以 JSON 打印全部结果
  --locale en|zh-CN       工作表与提示的语言（“设置”表另有规定的除外）
  -h, --help              本页

问题写到标准错误，每行一条。退出码：0 完成，1 完成但有问题，2 未完成。
工作簿须有“指标体系”表（名称、上级、权重、方向）和“数据”表（每个单位一行）；
assets/samples/template.xlsx 是可以直接填写的模板。`,
  severity: { error: "错误", warning: "警告", note: "提示" },
  noCommand: "请说明要做什么：“scorebook check 输入.xlsx”或“scorebook score 输入.xlsx -o 输出.xlsx”。",
  unknownCommand: "没有命令“{command}”；可用的命令是 check、score、prepare 和 methods。",
  unknownOption: "没有选项 {option}；用“scorebook --help”查看全部选项。",
  needsValue: "选项 {option} 需要一个值。",
  badNumber: "选项 {option} 须为 {low} 至 {high} 的整数，而不是“{found}”。",
  badLocale: "不支持语言“{locale}”；请选择 en 或 zh-CN。",
  noInput: "请给出要读的工作簿，例如“scorebook {command} 输入.xlsx”。",
  extraInput: "一次只处理一个工作簿：“{extra}”是多余的。",
  noOutput: "请用 -o 输出.xlsx 说明写到哪里，或用 --json 打印结果。",
  sameFile: "输出“{file}”就是所读的文件；请换一个名字，以保留原文件。",
  cannotRead: "无法读取“{file}”（{reason}）。",
  cannotWrite: "无法写入“{file}”（{reason}）。",
  reasons: {
    ENOENT: "没有这个文件或文件夹",
    EACCES: "没有访问权限",
    EISDIR: "这是一个文件夹",
    EBUSY: "其他程序正在使用它",
    other: "系统返回 {code}",
  },
  found: "{units} 个单位，{indicators} 个指标，{groups} 个分组字段；数据在{data}，指标体系在{framework}。",
  ready: "可以评分。",
  notReady: "还不能评分。",
  scored: "已为 {units} 个单位评分，写入 {file}：{sheets}。",
  prepared: "已写入 {file}：{sheets}。请核对后再运行“scorebook score”。",
  notPrepared: "未能准备，没有写入文件。",
  notScored: "未评分，没有写文件。",
  problems: "问题：错误 {errors} 条，警告 {warnings} 条，提示 {notes} 条。",
};
