import type { Translated } from "../translated.ts";
import type { worker as zh } from "../zh-CN/worker.ts";

export const worker = {
  app: { title: "Lingong for workers", description: "See what you take home, then decide" },
} as const satisfies Translated<typeof zh>;
