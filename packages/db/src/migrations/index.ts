import type { Migration } from "kysely/migration";
import { people } from "./0001-people.ts";
import { ledger } from "./0002-ledger.ts";
import { orders } from "./0003-orders.ts";
import { operations } from "./0004-operations.ts";
import { postEntry } from "./0005-post-entry.ts";
import { saveOrder } from "./0006-save-order.ts";
import { heartbeat } from "./0007-heartbeat.ts";
import { drainOutbox } from "./0008-drain-outbox.ts";
import { payoutHolds } from "./0009-payout-holds.ts";
import { evidence } from "./0010-evidence.ts";
import { reconciliation } from "./0011-reconciliation.ts";
import { feeVersions } from "./0012-fee-versions.ts";
import { claims } from "./0013-claims.ts";
import { quotes } from "./0014-quotes.ts";
import { schedule } from "./0015-schedule.ts";
import { roundRecords } from "./0016-round-records.ts";
import { draftOrders } from "./0017-draft-orders.ts";
import { push } from "./0019-push.ts";
import { chat } from "./0020-chat.ts";
import { workCases } from "./0023-work-cases.ts";
import { journalKeys } from "./0024-journal-keys.ts";
import { teams } from "./0026-teams.ts";

/** Every step the schema has taken, in order. A released step is never changed; a new one is added at the end. */
export const migrations: Record<string, Migration> = {
  "0001-people": people,
  "0002-ledger": ledger,
  "0003-orders": orders,
  "0004-operations": operations,
  "0005-post-entry": postEntry,
  "0006-save-order": saveOrder,
  "0007-heartbeat": heartbeat,
  "0008-drain-outbox": drainOutbox,
  "0009-payout-holds": payoutHolds,
  "0010-evidence": evidence,
  "0011-reconciliation": reconciliation,
  "0012-fee-versions": feeVersions,
  "0013-claims": claims,
  "0014-quotes": quotes,
  "0015-schedule": schedule,
  "0016-round-records": roundRecords,
  "0017-draft-orders": draftOrders,
  "0019-push": push,
  "0020-chat": chat,
  "0023-work-cases": workCases,
  "0024-journal-keys": journalKeys,
  "0026-teams": teams,
};
