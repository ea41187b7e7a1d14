/** 服务者端的文字，按页面分组。新增一条：先写这里，再写 en/worker.ts，编译器会提醒缺了什么。 */
export const worker = {
  app: { title: "零工 · 服务者", description: "先看到手多少，再决定接不接" },
} as const;
