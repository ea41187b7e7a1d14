import type { AppMessages } from "./translations.ts";
import { admin } from "./zh-CN/admin.ts";
import { customer } from "./zh-CN/customer.ts";
import { worker } from "./zh-CN/worker.ts";

// Three constants and not one record: an app that names one does not carry the others.
export const customerMessages: AppMessages = {
  namespace: "customer",
  "zh-CN": customer,
  en: async () => (await import("./en/customer.ts")).customer,
};

export const workerMessages: AppMessages = { namespace: "worker", "zh-CN": worker, en: async () => (await import("./en/worker.ts")).worker };

export const adminMessages: AppMessages = { namespace: "admin", "zh-CN": admin, en: async () => (await import("./en/admin.ts")).admin };
