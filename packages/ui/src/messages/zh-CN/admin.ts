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

/** 管理端的文字，按页面分组。新增一条：先写这里，再写 en/admin*.ts，编译器会提醒缺了什么。 */
export const admin = { ...shell, ...overview, ...orders, ...desk, ...claims, ...demand, ...dispatch, ...fees, ...money, ...records } as const;
