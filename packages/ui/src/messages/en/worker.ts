import type { Translated } from "../translated.ts";
import type { worker as zh } from "../zh-CN/worker.ts";
import { account } from "./worker/account.ts";
import { earnings } from "./worker/earnings.ts";
import { job } from "./worker/job.ts";
import { offers } from "./worker/offers.ts";
import { others } from "./worker/others.ts";
import { quotes } from "./worker/quotes.ts";
import { why } from "./worker/why.ts";

export const worker = {
  app: { title: "Lingong for workers", pageTitle: "{{page}} · Lingong for workers", description: "See what you take home, then decide" },
  ...account,
  ...offers,
  ...job,
  ...earnings,
  ...others,
  ...quotes,
  ...why,
} as const satisfies Translated<typeof zh>;
