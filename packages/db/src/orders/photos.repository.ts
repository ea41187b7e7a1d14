import type { Position } from "@lingong/domain";
import type { Selectable } from "kysely";
import type { Photos } from "../database.generated.ts";
import type { Database } from "../database.ts";
import { read, type Statement } from "../statement.ts";

export type PhotoState = "uploading" | "kept" | "removed";

/** An uploaded picture: where its bytes are, whose it is, and what it proves. */
export interface Photo {
  readonly id: string;
  readonly ownerId: string;
  readonly orderId: string | null;
  readonly purpose: string;
  readonly label: string;
  readonly state: PhotoState;
  readonly storageKey: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly sha256: string | null;
  readonly takenAt: number | null;
  readonly takenPosition: Position | null;
  readonly createdAt: number;
}

function toPhoto(row: Selectable<Photos>): Photo {
  return {
    id: row.id,
    ownerId: row.owner_id,
    orderId: row.order_id,
    purpose: row.purpose,
    label: row.label,
    state: row.state as PhotoState,
    storageKey: row.storage_key,
    contentType: row.content_type,
    bytes: row.bytes,
    width: row.width,
    height: row.height,
    sha256: row.sha256?.toString("hex") ?? null,
    takenAt: row.taken_at,
    takenPosition: row.taken_lat === null || row.taken_lng === null ? null : { lat: row.taken_lat, lng: row.taken_lng },
    createdAt: row.created_at,
  };
}

export type NewPhoto = Pick<
  Photo,
  "id" | "ownerId" | "orderId" | "purpose" | "label" | "storageKey" | "contentType" | "bytes" | "takenAt" | "takenPosition" | "createdAt"
>;

/** Announces an upload; the same id again answers what is there, whoever owns it. */
export async function insertOrFind(db: Database, photo: NewPhoto): Promise<Photo> {
  await db
    .insertInto("photos")
    .values({
      id: photo.id,
      owner_id: photo.ownerId,
      order_id: photo.orderId,
      purpose: photo.purpose,
      label: photo.label,
      state: "uploading",
      storage_key: photo.storageKey,
      content_type: photo.contentType,
      bytes: photo.bytes,
      taken_at: photo.takenAt,
      taken_lat: photo.takenPosition?.lat ?? null,
      taken_lng: photo.takenPosition?.lng ?? null,
      created_at: photo.createdAt,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
  const found = await findById(db, photo.id);
  if (found === null) throw new Error("a photo was kept and cannot be read");
  return found;
}

export async function findById(db: Database, id: string): Promise<Photo | null> {
  const row = await db.selectFrom("photos").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? null : toPhoto(row);
}

export async function findMany(db: Database, ids: readonly string[]): Promise<Map<string, Photo>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("photos")
    .selectAll()
    .where("id", "in", [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, toPhoto(row)]));
}

const ofOrder: Statement<Selectable<Photos>> = {
  name: "photos_of_order",
  text: `select id, owner_id, order_id, purpose, label, state, storage_key, content_type, bytes, width, height, sha256,
    taken_at, taken_lat, taken_lng, created_at from photos where order_id = $1 and state <> 'removed' order by created_at, id`,
};

/** An order's pictures that have not been removed, in the order they were announced. */
export async function listForOrder(db: Database, orderId: string): Promise<Photo[]> {
  return (await read(db, ofOrder, [orderId])).map(toPhoto);
}

export interface KeptPhoto {
  readonly id: string;
  readonly storageKey: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
  /** 64 hex digits. */
  readonly sha256: string;
  /** What the picture itself said of when and where it was taken; null: what the announcement said stays. */
  readonly takenAt: number | null;
  readonly takenPosition: Position | null;
}

/** The upload is complete: what was found in it is kept. False: it was not being uploaded. */
export async function keep(db: Database, photo: KeptPhoto): Promise<boolean> {
  const answer = await db
    .updateTable("photos")
    .set({
      state: "kept",
      storage_key: photo.storageKey,
      content_type: photo.contentType,
      bytes: photo.bytes,
      width: photo.width,
      height: photo.height,
      sha256: Buffer.from(photo.sha256, "hex"),
      ...(photo.takenAt === null ? {} : { taken_at: photo.takenAt }),
      ...(photo.takenPosition === null ? {} : { taken_lat: photo.takenPosition.lat, taken_lng: photo.takenPosition.lng }),
    })
    .where("id", "=", photo.id)
    .where("state", "=", "uploading")
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}

/** Hangs pictures of one owner on an order (those announced before the order existed). */
export async function attach(db: Database, which: { ids: readonly string[]; ownerId: string; orderId: string }): Promise<void> {
  if (which.ids.length === 0) return;
  await db
    .updateTable("photos")
    .set({ order_id: which.orderId })
    .where("id", "in", [...which.ids])
    .where("owner_id", "=", which.ownerId)
    .where("order_id", "is", null)
    .execute();
}

export async function setLabel(db: Database, which: { id: string; ownerId: string; label: string }): Promise<boolean> {
  const answer = await db
    .updateTable("photos")
    .set({ label: which.label })
    .where("id", "=", which.id)
    .where("owner_id", "=", which.ownerId)
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}

/** Marks an owner's picture as removed; false when it is not there. The bytes are the file store's to delete. */
export async function remove(db: Database, which: { id: string; ownerId: string }): Promise<boolean> {
  const answer = await db
    .updateTable("photos")
    .set({ state: "removed" })
    .where("id", "=", which.id)
    .where("owner_id", "=", which.ownerId)
    .where("state", "<>", "removed")
    .executeTakeFirst();
  return answer.numUpdatedRows > 0n;
}
