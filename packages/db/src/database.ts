import type { Kysely, Transaction as KyselyTransaction } from "kysely";
import type { DB } from "./database.generated.ts";

/** The handle repositories take: a pool's or a transaction's. */
export type Database = Kysely<DB>;

/** The handle of what must happen inside a transaction of its caller. */
export type Transaction = KyselyTransaction<DB>;
