import { desk } from "./admin-desk.ts";
import { money } from "./admin-money.ts";
import { orders } from "./admin-orders.ts";
import { overview } from "./admin-overview.ts";
import { records } from "./admin-records.ts";
import { shell } from "./admin-shell.ts";

export const admin = { ...shell, ...overview, ...orders, ...desk, ...money, ...records } as const;
