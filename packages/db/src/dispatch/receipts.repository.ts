import type { Database } from "../database.ts";
import { type Page, type PageRequest, pageOf } from "../page.ts";
import type { ReceiptRow } from "./commit-offers.ts";

/** A kept receipt. */
export interface Receipt extends ReceiptRow {
  readonly roundId: number;
  readonly at: number;
  readonly policyVersion: string;
}

function receipts(db: Database) {
  return db
    .selectFrom("receipts")
    .innerJoin("dispatch_rounds", "dispatch_rounds.id", "receipts.round_id")
    .select([
      "receipts.order_id",
      "receipts.worker_id",
      "receipts.round_id",
      "receipts.at",
      "receipts.result",
      "receipts.code",
      "receipts.score",
      "receipts.rank",
      "receipts.parts",
      "receipts.detail",
      "dispatch_rounds.policy_version",
    ]);
}

type KeptReceipt = Awaited<ReturnType<ReturnType<typeof receipts>["execute"]>>[number];

function toReceipt(row: KeptReceipt): Receipt {
  return {
    orderId: row.order_id,
    workerId: row.worker_id,
    roundId: row.round_id,
    at: row.at,
    result: row.result as Receipt["result"],
    code: row.code,
    score: row.score,
    rank: row.rank,
    parts: row.parts,
    detail: row.detail as Record<string, unknown> | null,
    policyVersion: row.policy_version,
  };
}

/** Where a page of receipts begins, from its cursor `round:order`. */
function placeOf(cursor: string): { readonly round: number; readonly order: string } {
  const [round = "0", order = ""] = cursor.split(":");
  return { round: Number(round), order };
}

const cursorOf = ({ round_id, order_id }: KeptReceipt) => `${round_id}:${order_id}`;

/** The newest receipts of an order, by round and rank; those excluded last. */
export async function listForOrder(db: Database, orderId: string, limit: number): Promise<Receipt[]> {
  const rows = await receipts(db)
    .where("receipts.order_id", "=", orderId)
    .orderBy("receipts.round_id", "desc")
    .orderBy("receipts.rank", (order) => order.asc().nullsLast())
    .orderBy("receipts.worker_id")
    .limit(limit)
    .execute();
  return rows.map(toReceipt);
}

/** A round's receipts, order by order, by rank; those excluded last. `after` of the page before, as `order:rank:worker`. */
export async function listForRound(
  db: Database,
  wanted: PageRequest & { readonly roundId: number; readonly orderId: string | null },
): Promise<Page<Receipt>> {
  const last = 2_147_483_647;
  const rows = await receipts(db)
    .select(({ fn, val }) => fn.coalesce("receipts.rank", val(last)).as("place"))
    .where("receipts.round_id", "=", wanted.roundId)
    .$if(wanted.orderId !== null, (query) => query.where("receipts.order_id", "=", wanted.orderId ?? ""))
    .$if(Boolean(wanted.cursor), (query) => {
      const [order = "", place = "0", worker = ""] = (wanted.cursor ?? "").split(":");
      return query.where(({ eb, fn, val, tuple }) =>
        eb(
          tuple(eb.ref("receipts.order_id"), fn.coalesce("receipts.rank", val(last)), eb.ref("receipts.worker_id")),
          ">",
          tuple(val(order), val(Number(place)), val(worker)),
        ),
      );
    })
    .orderBy("receipts.order_id")
    .orderBy("place")
    .orderBy("receipts.worker_id")
    .limit(wanted.limit + 1)
    .execute();
  return pageOf(rows, wanted.limit, { toItem: toReceipt, cursorOf: ({ order_id, place, worker_id }) => `${order_id}:${place}:${worker_id}` });
}

/** A worker's receipts, newest first. */
export async function listForWorker(db: Database, wanted: PageRequest & { readonly workerId: string }): Promise<Page<Receipt>> {
  const rows = await receipts(db)
    .where("receipts.worker_id", "=", wanted.workerId)
    .$if(Boolean(wanted.cursor), (query) => {
      const { round, order } = placeOf(wanted.cursor ?? "");
      return query.where(({ eb, refTuple, tuple }) => eb(refTuple("receipts.round_id", "receipts.order_id"), "<", tuple(round, order)));
    })
    .orderBy("receipts.round_id", "desc")
    .orderBy("receipts.order_id", "desc")
    .limit(wanted.limit + 1)
    .execute();
  return pageOf(rows, wanted.limit, { toItem: toReceipt, cursorOf });
}

/** Which orders of a worker are told about: offered to them, or given to somebody else without their ever being asked. */
export type Told = "offered" | "missed";

/** The newest receipt of each order since an instant: one line an order, the newest first. */
export async function listOrdersOfWorker(
  db: Database,
  wanted: PageRequest & { readonly workerId: string; readonly since: number; readonly told: Told },
): Promise<Page<Receipt>> {
  const newest = receipts(db)
    .distinctOn("receipts.order_id")
    .where("receipts.worker_id", "=", wanted.workerId)
    .where("receipts.at", ">=", wanted.since)
    .$if(wanted.told === "offered", (query) => query.where("receipts.result", "=", "offered"))
    .orderBy("receipts.order_id")
    .orderBy("receipts.round_id", "desc");
  const rows = await db
    .selectFrom(newest.as("n"))
    .innerJoin("orders as o", "o.id", "n.order_id")
    .selectAll("n")
    .$if(wanted.told === "missed", (query) =>
      query
        .where("o.worker_id", "is not", null)
        .where("o.worker_id", "<>", wanted.workerId)
        .where(({ not, exists, selectFrom }) =>
          not(exists(selectFrom("offers as f").select("f.id").whereRef("f.order_id", "=", "n.order_id").where("f.worker_id", "=", wanted.workerId))),
        ),
    )
    .$if(Boolean(wanted.cursor), (query) => {
      const { round, order } = placeOf(wanted.cursor ?? "");
      return query.where(({ eb, refTuple, tuple }) => eb(refTuple("n.round_id", "n.order_id"), "<", tuple(round, order)));
    })
    .orderBy("n.round_id", "desc")
    .orderBy("n.order_id", "desc")
    .limit(wanted.limit + 1)
    .execute();
  return pageOf(rows, wanted.limit, { toItem: toReceipt, cursorOf });
}

/** One decision about one worker. */
export async function find(
  db: Database,
  which: { readonly roundId: number; readonly orderId: string; readonly workerId: string },
): Promise<Receipt | null> {
  const row = await receipts(db)
    .where("receipts.order_id", "=", which.orderId)
    .where("receipts.worker_id", "=", which.workerId)
    .where("receipts.round_id", "=", which.roundId)
    .executeTakeFirst();
  return row === undefined ? null : toReceipt(row);
}

/** What a round gave an order: how many offers, and the lowest score among them. */
export interface OfferLine {
  readonly offers: number;
  readonly score: number;
}

/** The lines of the orders these receipts are about, by `round:order`; none where a round made no offer. */
export async function findLines(db: Database, about: readonly Pick<Receipt, "roundId" | "orderId">[]): Promise<Map<string, OfferLine>> {
  if (about.length === 0) return new Map();
  const rows = await db
    .selectFrom("receipts")
    .select(({ fn }) => ["round_id", "order_id", fn.countAll<number>().as("offers"), fn.min("score").as("score")])
    .where("result", "=", "offered")
    .where("order_id", "in", [...new Set(about.map(({ orderId }) => orderId))])
    .where("round_id", "in", [...new Set(about.map(({ roundId }) => roundId))])
    .groupBy(["round_id", "order_id"])
    .execute();
  return new Map(rows.map(({ round_id, order_id, offers, score }) => [`${round_id}:${order_id}`, { offers, score: score ?? 0 }]));
}
