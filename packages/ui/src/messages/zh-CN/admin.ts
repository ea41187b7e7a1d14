/** 管理端的文字，按页面分组。新增一条：先写这里，再写 en/admin.ts，编译器会提醒缺了什么。 */
export const admin = {
  app: { title: "零工 · 管理", description: "审核、仲裁、资金与实时总览" },
} as const;
