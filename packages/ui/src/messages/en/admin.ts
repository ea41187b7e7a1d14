import type { Translated } from "../translated.ts";
import type { admin as zh } from "../zh-CN/admin.ts";

export const admin = {
  app: { title: "Lingong admin", description: "Verification, arbitration, money and the live overview" },
} as const satisfies Translated<typeof zh>;
