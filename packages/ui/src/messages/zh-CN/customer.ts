/** 客户端的文字，按页面分组。新增一条：先写这里，再写 en/customer.ts，编译器会提醒缺了什么。 */
export const customer = {
  app: { title: "零工", description: "请到靠得住的人，几点到、付多少先说清" },
} as const;
