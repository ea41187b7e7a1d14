import type { Translated } from "../translated.ts";
import type { customer as zh } from "../zh-CN/customer.ts";
import { customerAccount } from "./customer-account.ts";
import { customerNewOrder } from "./customer-new-order.ts";
import { customerOrder } from "./customer-order.ts";
import { customerQuotes } from "./customer-quotes.ts";
import { customerStart } from "./customer-start.ts";
import { customerWorker } from "./customer-worker.ts";

export const customer: Translated<typeof zh> = {
  ...customerStart,
  ...customerNewOrder,
  ...customerOrder,
  ...customerQuotes,
  ...customerWorker,
  ...customerAccount,
};
