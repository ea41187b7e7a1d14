import type { admin } from "./zh-CN/admin.ts";
import type { common } from "./zh-CN/common.ts";
import type { customer } from "./zh-CN/customer.ts";
import type { domain } from "./zh-CN/domain.ts";
import type { errors } from "./zh-CN/errors.ts";
import type { worker } from "./zh-CN/worker.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    returnNull: false;
    resources: {
      common: typeof common;
      domain: typeof domain;
      errors: typeof errors;
      customer: typeof customer;
      worker: typeof worker;
      admin: typeof admin;
    };
  }
}
