import type { Selectable } from "kysely";
import { sql } from "kysely";
import type { Reviews } from "../database.generated.ts";
import type { Database } from "../database.ts";
import { brokenConstraint } from "../failure.ts";
import { type Page, type PageRequest, pageOf } from "../page.ts";
import { read, type Statement } from "../statement.ts";

export * from "./review-windows.repository.ts";

/** One side's word about the other, after an order. */
export interface ReviewRecord {
  readonly id: string;
  readonly orderId: string;
  readonly authorId: string;
  readonly subjectId: string;
  readonly authorRole: "customer" | "worker";
  readonly categoryId: string;
  readonly anonymous: boolean;
  readonly stars: number;
  readonly tags: readonly string[];
  readonly text: string;
  readonly photoIds: readonly string[];
  readonly createdAt: number;
  /** Null: nobody but the author sees it yet. */
  readonly publishedAt: number | null;
  readonly amendedAt: number | null;
  readonly reply: string | null;
  readonly repliedAt: number | null;
  /** Upheld on appeal: shown, marked, not counted. */
  readonly excludedAt: number | null;
  readonly flagged: string | null;
}

function toReview(row: Selectable<Reviews>): ReviewRecord {
  return {
    id: row.id,
    orderId: row.order_id,
    authorId: row.author_id,
    subjectId: row.subject_id,
    authorRole: row.author_role as ReviewRecord["authorRole"],
    categoryId: row.category_id,
    anonymous: row.anonymous,
    stars: row.stars,
    tags: row.tags,
    text: row.text,
    photoIds: row.photo_ids,
    createdAt: row.created_at,
    publishedAt: row.published_at,
    amendedAt: row.amended_at,
    reply: row.reply,
    repliedAt: row.replied_at,
    excludedAt: row.excluded_at,
    flagged: row.flagged,
  };
}

export type NewReview = Pick<
  ReviewRecord,
  "orderId" | "authorId" | "subjectId" | "authorRole" | "categoryId" | "anonymous" | "stars" | "tags" | "text" | "photoIds" | "createdAt" | "flagged"
>;

/** Keeps a review; null: this author has reviewed this person for this order before. */
export async function insert(db: Database, review: NewReview): Promise<ReviewRecord | null> {
  try {
    const row = await db
      .insertInto("reviews")
      .values({
        order_id: review.orderId,
        author_id: review.authorId,
        subject_id: review.subjectId,
        author_role: review.authorRole,
        category_id: review.categoryId,
        anonymous: review.anonymous,
        stars: review.stars,
        tags: [...review.tags],
        text: review.text,
        photo_ids: [...review.photoIds],
        created_at: review.createdAt,
        flagged: review.flagged,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    return toReview(row);
  } catch (error) {
    if (brokenConstraint(error) === "reviews_order_id_author_id_subject_id_key") return null;
    throw error;
  }
}

/** Publishes what a pair wrote about an order, and closes the book on the window. Returns the reviews published now. */
export async function publish(db: Database, which: { orderId: string; workerId: string; customerId: string; now: number }): Promise<ReviewRecord[]> {
  await db
    .updateTable("review_windows")
    .set({ published_at: which.now })
    .where("order_id", "=", which.orderId)
    .where("worker_id", "=", which.workerId)
    .where("published_at", "is", null)
    .execute();
  const pair = [which.workerId, which.customerId];
  const rows = await db
    .updateTable("reviews")
    .set({ published_at: which.now })
    .where("order_id", "=", which.orderId)
    .where("author_id", "in", pair)
    .where("subject_id", "in", pair)
    .where("published_at", "is", null)
    .returningAll()
    .execute();
  return rows.map(toReview);
}

export async function findById(db: Database, id: string): Promise<ReviewRecord | null> {
  const row = await db.selectFrom("reviews").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? null : toReview(row);
}

/** Locks a review to the transaction's end: an amendment or a reply is decided on what it then is. */
export async function lockById(db: Database, id: string): Promise<ReviewRecord | null> {
  const row = await db.selectFrom("reviews").selectAll().where("id", "=", id).forNoKeyUpdate().executeTakeFirst();
  return row === undefined ? null : toReview(row);
}

export async function listForOrder(db: Database, orderId: string): Promise<ReviewRecord[]> {
  const rows = await db.selectFrom("reviews").selectAll().where("order_id", "=", orderId).orderBy("created_at").execute();
  return rows.map(toReview);
}

/** Published reviews about a person, newest first. */
export async function listAbout(db: Database, wanted: PageRequest & { subjectId: string }): Promise<Page<ReviewRecord>> {
  const rows = await db
    .selectFrom("reviews")
    .selectAll()
    .where("subject_id", "=", wanted.subjectId)
    .where("published_at", "is not", null)
    .$if(Boolean(wanted.cursor), (query) => query.where("id", "<", wanted.cursor ?? ""))
    .orderBy("id", "desc")
    .limit(wanted.limit + 1)
    .execute();
  return pageOf(rows, wanted.limit, { toItem: toReview, cursorOf: ({ id }) => id });
}

/** Every published review about a person that counts, oldest first: what standings are computed from. */
export async function listCounted(
  db: Database,
  subjectId: string,
): Promise<Pick<ReviewRecord, "orderId" | "authorId" | "categoryId" | "stars" | "createdAt" | "publishedAt">[]> {
  const rows = await db
    .selectFrom("reviews")
    .select(["order_id", "author_id", "category_id", "stars", "created_at", "published_at"])
    .where("subject_id", "=", subjectId)
    .where("published_at", "is not", null)
    .where("excluded_at", "is", null)
    .orderBy("published_at")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    orderId: row.order_id,
    authorId: row.author_id,
    categoryId: row.category_id,
    stars: row.stars,
    createdAt: row.created_at,
    publishedAt: row.published_at,
  }));
}

/** Reviews a person has given since an instant: all, and those of one or two stars (§6, harsh customer). */
export async function countGiven(
  db: Database,
  authorIds: readonly string[],
  since: number,
): Promise<Map<string, { readonly given: number; readonly bad: number }>> {
  if (authorIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("reviews")
    .select(["author_id", sql<number>`count(*)`.as("given"), sql<number>`count(*) filter (where stars <= 2)`.as("bad")])
    .where("author_id", "in", [...authorIds])
    .where("created_at", ">=", since)
    .groupBy("author_id")
    .execute();
  return new Map(rows.map(({ author_id, given, bad }) => [author_id, { given, bad }]));
}

const received: Statement<{ readonly subject_id: string; readonly reviews: number; readonly stars: number }> = {
  name: "reviews_received",
  text: `select subject_id, count(*) as reviews, sum(stars)::bigint as stars from reviews
    where subject_id = any ($1::uuid[]) and published_at is not null and excluded_at is null group by subject_id`,
};

/** Published and counted reviews about people: how many, and their stars added up. */
export async function countReceived(
  db: Database,
  subjectIds: readonly string[],
): Promise<Map<string, { readonly reviews: number; readonly stars: number }>> {
  if (subjectIds.length === 0) return new Map();
  const rows = await read(db, received, [subjectIds]);
  return new Map(rows.map(({ subject_id, reviews, stars }) => [subject_id, { reviews, stars }]));
}

export async function amend(db: Database, change: { id: string; stars: number; tags: readonly string[]; text: string; now: number }): Promise<void> {
  await db
    .updateTable("reviews")
    .set({ stars: change.stars, tags: [...change.tags], text: change.text, amended_at: change.now })
    .where("id", "=", change.id)
    .where("amended_at", "is", null)
    .execute();
}

export async function reply(db: Database, change: { id: string; text: string; now: number }): Promise<void> {
  await db
    .updateTable("reviews")
    .set({ reply: change.text, replied_at: change.now })
    .where("id", "=", change.id)
    .where("replied_at", "is", null)
    .execute();
}

/** Takes a review out of the scores (an appeal was upheld). */
export async function exclude(db: Database, which: { id: string; now: number }): Promise<void> {
  await db.updateTable("reviews").set({ excluded_at: which.now }).where("id", "=", which.id).where("excluded_at", "is", null).execute();
}
