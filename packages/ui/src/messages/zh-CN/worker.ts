import { account } from "./worker/account.ts";
import { earnings } from "./worker/earnings.ts";
import { job } from "./worker/job.ts";
import { offers } from "./worker/offers.ts";
import { others } from "./worker/others.ts";
import { quotes } from "./worker/quotes.ts";
import { why } from "./worker/why.ts";

/** 服务者端的文字，按页面分组，放在 worker/ 里。新增一条：先写这里，再写 en/worker/，编译器会提醒缺了什么。 */
export const worker = {
  app: { title: "零工 · 服务者", pageTitle: "{{page}} · 零工服务者", description: "先看到手多少，再决定接不接" },
  ...account,
  ...offers,
  ...job,
  ...earnings,
  ...others,
  ...quotes,
  ...why,
} as const;
