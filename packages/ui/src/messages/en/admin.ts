import { claims } from "./admin-claims.ts";
import { demand } from "./admin-demand.ts";
import { desk } from "./admin-desk.ts";
import { dispatch } from "./admin-dispatch.ts";
import { fees } from "./admin-fees.ts";
import { money } from "./admin-money.ts";
import { orders } from "./admin-orders.ts";
import { overview } from "./admin-overview.ts";
import { records } from "./admin-records.ts";
import { shell } from "./admin-shell.ts";

export const admin = { ...shell, ...overview, ...orders, ...desk, ...claims, ...demand, ...dispatch, ...fees, ...money, ...records } as const;
