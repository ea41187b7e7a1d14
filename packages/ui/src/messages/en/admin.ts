import { desk } from "./admin-desk.ts";
import { fees } from "./admin-fees.ts";
import { money } from "./admin-money.ts";
import { orders } from "./admin-orders.ts";
import { overview } from "./admin-overview.ts";
import { records } from "./admin-records.ts";
import { shell } from "./admin-shell.ts";

