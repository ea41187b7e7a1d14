import { customerAccount } from "./customer-account.ts";
import { customerNewOrder } from "./customer-new-order.ts";
import { customerOrder } from "./customer-order.ts";
import { customerQuotes } from "./customer-quotes.ts";
import { customerStart } from "./customer-start.ts";
import { customerWorker } from "./customer-worker.ts";

/** 客户端的文字，按页面分组。新增一条：先写进对应的 zh-CN/customer-….ts，再写 en 里的同名文件，编译器会提醒缺了什么。 */
export const customer = {
  ...customerStart,
  ...customerNewOrder,
  ...customerOrder,
  ...customerQuotes,
  ...customerWorker,
  ...customerAccount,
} as const;
