import type { Translated } from "../translated.ts";
import type { customer as zh } from "../zh-CN/customer.ts";

export const customer = {
  app: { title: "Lingong", description: "Someone you can trust, at a known time and price" },
} as const satisfies Translated<typeof zh>;
