import type { Category } from "../category.ts";
import { choice, choices, option, photos, quantity, text, words } from "../checklist.ts";

/** 摄影 */
export const photography: Category = {
  id: "photography",
  name: text("摄影", "Photography"),
  icon: "camera",
  mode: "on_site",
  plan: "pro",
  minimumMinutes: 60,
  usualMinutes: 120,
  baseMinutes: 60,
  referenceRateFen: 30_000,
  certificate: "proof",
  tags: [
    option("portrait", "人像", "Portraits"),
    option("event", "活动跟拍", "Events"),
    option("product", "产品", "Products"),
    option("children", "儿童", "Children"),
    option("video", "视频", "Video"),
    option("drone", "航拍", "Drone"),
  ],
  checklist: [
    choice("subject", text("拍什么", "Subject"), true, [
      option("portrait", "个人写真", "Portrait"),
      option("family", "家庭 / 儿童", "Family or children"),
      option("event", "会议 / 活动", "Meeting or event", 60),
      option("wedding", "婚礼跟拍", "Wedding", 240),
      option("product", "产品 / 美食", "Products or food"),
      option("space", "空间 / 房源", "Interiors"),
    ]),
    quantity("pictures", text("精修张数", "Retouched pictures"), true, {
      unit: text("张", "pictures"),
      least: 0,
      most: 500,
      step: 1,
      usual: 20,
      minutesEach: 3,
    }),
    quantity("people", text("出镜人数", "People in the picture"), false, { unit: text("人", "people"), least: 0, most: 500, step: 1, usual: 2 }),
    choice("delivery", text("交付时间", "Delivery within"), true, [
      option("one_day", "24 小时", "24 hours"),
      option("three_days", "3 天", "3 days"),
      option("week", "7 天", "7 days"),
    ]),
    choice("originals", text("原片", "Raw files"), false, [
      option("all", "全部给", "All"),
      option("selected", "选片", "A selection"),
      option("none", "不需要", "None"),
    ]),
    words("style", text("风格与用途", "Style and use"), 300),
    photos(text("参考图", "Reference pictures"), 2),
  ],
  extras: [
    { key: "retouch", label: text("加精修 10 张", "10 more retouched"), fen: 20_000, minutes: 30 },
    { key: "rush", label: text("加急出片", "Rush delivery"), fen: 15_000, minutes: 0 },
  ],
};

/** 翻译 */
export const translation: Category = {
  id: "translation",
  name: text("翻译", "Translation"),
  icon: "language",
  mode: "remote",
  plan: "pro",
  minimumMinutes: 30,
  usualMinutes: 120,
  baseMinutes: 15,
  referenceRateFen: 15_000,
  certificate: "proof",
  tags: [
    option("english", "英语", "English"),
    option("japanese", "日语", "Japanese"),
    option("legal", "法律合同", "Legal"),
    option("technical", "技术文档", "Technical"),
    option("medical", "医学", "Medical"),
    option("interpreting", "线上口译", "Remote interpreting"),
  ],
  checklist: [
    choice("direction", text("语言方向", "Languages"), true, [
      option("zh_en", "中译英", "Chinese to English"),
      option("en_zh", "英译中", "English to Chinese"),
      option("zh_ja", "中译日", "Chinese to Japanese"),
      option("ja_zh", "日译中", "Japanese to Chinese"),
      option("other", "其他语种（见说明）", "Other, see the note"),
    ]),
    quantity("characters", text("字数", "Length"), true, {
      unit: text("百字", "hundred characters"),
      least: 1,
      most: 5_000,
      step: 1,
      usual: 15,
      minutesEach: 7,
    }),
    choice("field", text("领域", "Field"), true, [
      option("general", "日常通用", "General"),
      option("business", "商务", "Business"),
      option("legal", "法律", "Legal", 30),
      option("technical", "技术", "Technical", 15),
      option("medical", "医学", "Medical", 30),
    ]),
    choice("quality", text("校对", "Proofreading"), false, [
      option("single", "一译", "Translation alone"),
      option("proofread", "一译一校", "With proofreading", 30),
    ]),
    words("terms", text("术语与参考资料", "Terms and references"), 300),
    words("purpose", text("用途与读者", "Purpose and readers"), 200),
  ],
  extras: [
    { key: "layout", label: text("保留排版", "Layout kept"), fen: 5_000, minutes: 30 },
    { key: "glossary", label: text("术语表", "A glossary"), fen: 4_000, minutes: 30 },
  ],
};

/** 编程 */
export const programming: Category = {
  id: "programming",
  name: text("编程", "Programming"),
  icon: "code",
  mode: "remote",
  plan: "pro",
  minimumMinutes: 60,
  usualMinutes: 240,
  baseMinutes: 60,
  referenceRateFen: 25_000,
  certificate: "proof",
  tags: [
    option("web", "网页前端", "Web front end"),
    option("backend", "后端接口", "Back end"),
    option("mini_program", "小程序", "Mini programs"),
    option("python", "Python 脚本", "Python scripts"),
    option("data", "数据处理", "Data"),
    option("debugging", "排错", "Debugging"),
  ],
  checklist: [
    choice("kind", text("任务类型", "Kind of task"), true, [
      option("bug", "修复缺陷", "Fix a defect"),
      option("feature", "新增功能", "Add a feature", 120),
      option("script", "脚本 / 自动化", "Script or automation"),
      option("review", "代码审查", "Code review"),
      option("consulting", "技术咨询", "Consulting"),
    ]),
    quantity("items", text("功能点 / 缺陷数", "Features or defects"), true, {
      unit: text("项", "items"),
      least: 1,
      most: 100,
      step: 1,
      usual: 3,
      minutesEach: 60,
    }),
    choices("stack", text("技术栈", "Technology"), true, [
      option("typescript", "JavaScript / TypeScript", "JavaScript or TypeScript"),
      option("python", "Python", "Python"),
      option("java", "Java / Kotlin", "Java or Kotlin"),
      option("go", "Go / Rust / C++", "Go, Rust or C++"),
      option("mobile", "iOS / Android", "iOS or Android"),
      option("mini_program", "小程序", "Mini program"),
    ]),
    words("acceptance", text("验收标准", "What counts as done"), 500, true),
    choice("access", text("代码提供方式", "How the code is shared"), false, [
      option("repository", "代码仓库授权", "Access to a repository"),
      option("archive", "打包发送", "An archive"),
      option("none", "从零开始", "From scratch"),
    ]),
    words("detail", text("背景与环境", "Background and environment"), 500),
  ],
  extras: [
    { key: "tests", label: text("补充自动化测试", "Automated tests"), fen: 20_000, minutes: 60 },
    { key: "deploy", label: text("部署上线", "Deployment"), fen: 20_000, minutes: 60 },
  ],
};

/** 设计 */
export const design: Category = {
  id: "design",
  name: text("设计", "Design"),
  icon: "palette",
  mode: "remote",
  plan: "pro",
  minimumMinutes: 60,
  usualMinutes: 240,
  baseMinutes: 60,
  referenceRateFen: 20_000,
  certificate: "proof",
  tags: [
    option("logo", "标志", "Logos"),
    option("poster", "海报", "Posters"),
    option("interface", "界面", "Interfaces"),
    option("presentation", "演示文稿", "Presentations"),
    option("illustration", "插画", "Illustration"),
    option("video", "短视频剪辑", "Short video"),
  ],
  checklist: [
    choice("kind", text("设计什么", "What is to be designed"), true, [
      option("logo", "标志 / 品牌", "Logo or brand", 60),
      option("poster", "海报 / 长图", "Poster"),
      option("interface", "网页 / 应用界面", "Web or app interface", 60),
      option("presentation", "演示文稿", "Presentation"),
      option("illustration", "插画", "Illustration", 60),
      option("video", "短视频剪辑", "Short video", 30),
    ]),
    quantity("pieces", text("件数 / 页数", "Pieces or pages"), true, {
      unit: text("件", "pieces"),
      least: 1,
      most: 200,
      step: 1,
      usual: 3,
      minutesEach: 60,
    }),
    quantity("revisions", text("修改轮数", "Rounds of changes"), true, { unit: text("轮", "rounds"), least: 0, most: 10, step: 1, usual: 2 }),
    choices("files", text("交付格式", "Files delivered"), false, [
      option("source", "源文件", "Source files"),
      option("vector", "矢量", "Vector"),
      option("print", "印刷 PDF", "Print PDF"),
      option("web", "网页图片", "Web images"),
    ]),
    words("style", text("风格与参考", "Style and references"), 300),
    photos(text("参考图", "Reference pictures"), 2),
  ],
  extras: [
    { key: "revision", label: text("加一轮修改", "One more round"), fen: 8_000, minutes: 30 },
    { key: "print_ready", label: text("印刷文件", "Print-ready files"), fen: 6_000, minutes: 30 },
  ],
};
