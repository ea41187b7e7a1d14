import type { Insertable, Selectable, Updateable } from "kysely";
import { sql } from "kysely";
import type { Users } from "../database.generated.ts";
import type { Database } from "../database.ts";
import { containing, type Page, type PageRequest, pageOf } from "../page.ts";
import { read, type Statement } from "../statement.ts";

export type UserStatus = "active" | "suspended" | "erased";

/** A person: one account for every role. Phone number and hash are opaque here. */
export interface User {
  readonly id: string;
  readonly pseudonym: string;
  readonly displayName: string;
  readonly salutation: "ms" | "mr" | "none";
  readonly locale: string;
  readonly cityId: string;
  readonly avatarPhotoId: string | null;
  readonly phoneCipher: Buffer | null;
  readonly isCustomer: boolean;
  readonly isWorker: boolean;
  readonly adminRoles: readonly string[];
  readonly status: UserStatus;
  readonly createdAt: number;
}

type UserRow = Omit<Selectable<Users>, "phone_hash">;

function toUser(row: UserRow): User {
  return {
    id: row.id,
    pseudonym: row.pseudonym,
    displayName: row.display_name,
    salutation: row.salutation as User["salutation"],
    locale: row.locale,
    cityId: row.city_id,
    avatarPhotoId: row.avatar_photo_id,
    phoneCipher: row.phone_cipher,
    isCustomer: row.is_customer,
    isWorker: row.is_worker,
    adminRoles: row.admin_roles,
    status: row.status as UserStatus,
    createdAt: row.created_at,
  };
}

const byIds: Statement<UserRow> = {
  name: "users_by_ids",
  text: `select id, pseudonym, display_name, salutation, locale, city_id, avatar_photo_id, phone_cipher,
    is_customer, is_worker, admin_roles, status, created_at from users where id = any ($1::uuid[])`,
};

export async function findById(db: Database, id: string): Promise<User | null> {
  return (await findMany(db, [id])).get(id) ?? null;
}

export async function findMany(db: Database, ids: readonly string[]): Promise<Map<string, User>> {
  if (ids.length === 0) return new Map();
  const rows = await read(db, byIds, [[...new Set(ids)]]);
  return new Map(rows.map((row) => [row.id, toUser(row)]));
}

export async function findByPhoneHash(db: Database, phoneHash: Uint8Array): Promise<User | null> {
  const row = await db.selectFrom("users").selectAll().where("phone_hash", "=", Buffer.from(phoneHash)).executeTakeFirst();
  return row === undefined ? null : toUser(row);
}

export interface NewUser {
  readonly id?: string;
  readonly displayName: string;
  readonly locale?: string;
  readonly cityId: string;
  readonly phoneCipher: Uint8Array | null;
  readonly phoneHash: Uint8Array | null;
  readonly isCustomer?: boolean;
  readonly isWorker?: boolean;
  readonly adminRoles?: readonly string[];
  readonly createdAt: number;
}

/** Makes an account, or answers the one this phone has: two sign-ups at once end as one account. */
export async function insertOrFind(db: Database, user: NewUser): Promise<{ readonly user: User; readonly created: boolean }> {
  const values: Insertable<Users> = {
    ...(user.id === undefined ? {} : { id: user.id }),
    display_name: user.displayName,
    locale: user.locale ?? "zh-CN",
    city_id: user.cityId,
    phone_cipher: user.phoneCipher === null ? null : Buffer.from(user.phoneCipher),
    phone_hash: user.phoneHash === null ? null : Buffer.from(user.phoneHash),
    is_customer: user.isCustomer ?? false,
    is_worker: user.isWorker ?? false,
    admin_roles: [...(user.adminRoles ?? [])],
    created_at: user.createdAt,
  };
  const inserted = await db
    .insertInto("users")
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (inserted !== undefined) return { user: toUser(inserted), created: true };
  const known = user.phoneHash === null ? null : await findByPhoneHash(db, user.phoneHash);
  const found = known ?? (user.id === undefined ? null : await findById(db, user.id));
  if (found === null) throw new Error("an account with this phone or id exists but cannot be read");
  return { user: found, created: false };
}

export interface UserChange {
  readonly displayName?: string;
  readonly salutation?: User["salutation"];
  readonly locale?: string;
  readonly cityId?: string;
  readonly avatarPhotoId?: string | null;
  readonly isCustomer?: boolean;
  readonly isWorker?: boolean;
  readonly adminRoles?: readonly string[];
  readonly status?: UserStatus;
}

export async function update(db: Database, id: string, change: UserChange): Promise<void> {
  const set: Updateable<Users> = {};
  if (change.displayName !== undefined) set.display_name = change.displayName;
  if (change.salutation !== undefined) set.salutation = change.salutation;
  if (change.locale !== undefined) set.locale = change.locale;
  if (change.cityId !== undefined) set.city_id = change.cityId;
  if (change.avatarPhotoId !== undefined) set.avatar_photo_id = change.avatarPhotoId;
  if (change.isCustomer !== undefined) set.is_customer = change.isCustomer;
  if (change.isWorker !== undefined) set.is_worker = change.isWorker;
  if (change.adminRoles !== undefined) set.admin_roles = [...change.adminRoles];
  if (change.status !== undefined) set.status = change.status;
  if (Object.keys(set).length > 0) await db.updateTable("users").set(set).where("id", "=", id).execute();
}

/** Erases what names the person and destroys the key that opens the rest; orders and money stay under the id. */
export async function erase(db: Database, id: string, now: number): Promise<void> {
  await db
    .updateTable("users")
    .set({ display_name: "", phone_cipher: null, phone_hash: null, avatar_photo_id: null, status: "erased", admin_roles: [] })
    .where("id", "=", id)
    .execute();
  await db
    .updateTable("person_keys")
    .set({ wrapped_key: null, destroyed_at: now })
    .where("user_id", "=", id)
    .where("destroyed_at", "is", null)
    .execute();
}

const keyOf: Statement<{ readonly wrapped_key: Buffer | null }> = {
  name: "person_key",
  text: "select wrapped_key from person_keys where user_id = $1",
};

/** The person's wrapped data key; null when there is none or it was destroyed. */
export async function findKey(db: Database, userId: string): Promise<Buffer | null> {
  return (await read(db, keyOf, [userId]))[0]?.wrapped_key ?? null;
}

/** Keeps a data key unless the person has one; answers the one that counts (null: it was destroyed). */
export async function insertKey(db: Database, key: { userId: string; wrappedKey: Uint8Array; now: number }): Promise<Buffer | null> {
  await db
    .insertInto("person_keys")
    .values({ user_id: key.userId, wrapped_key: Buffer.from(key.wrappedKey), created_at: key.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return findKey(db, key.userId);
}

export interface PeopleSearch extends PageRequest {
  /** A part of the name or of the id. */
  readonly text?: string;
  readonly phoneHash?: Uint8Array;
  readonly role?: "customer" | "worker" | "admin";
  readonly cityId?: string;
}

function searched(db: Database, { text, phoneHash, role, cityId }: PeopleSearch) {
  let query = db.selectFrom("users");
  if (text !== undefined && text !== "") {
    const pattern = containing(text);
    query = query.where(({ or, eb }) => or([eb("display_name", "ilike", pattern), eb(sql<string>`id::text`, "like", pattern.toLowerCase())]));
  }
  if (phoneHash !== undefined) query = query.where("phone_hash", "=", Buffer.from(phoneHash));
  if (role === "customer") query = query.where("is_customer", "=", true);
  if (role === "worker") query = query.where("is_worker", "=", true);
  if (role === "admin") query = query.where(sql<number>`cardinality(admin_roles)`, ">", 0);
  if (cityId !== undefined) query = query.where("city_id", "=", cityId);
  return query;
}

/** People by the admins' filters, newest account first, and how many there are in all. */
export async function search(db: Database, wanted: PeopleSearch): Promise<Page<User> & { readonly total: number }> {
  const rows = await searched(db, wanted)
    .selectAll()
    .$if(Boolean(wanted.cursor), (query) => query.where("id", "<", wanted.cursor ?? ""))
    .orderBy("id", "desc")
    .limit(wanted.limit + 1)
    .execute();
  const { total } = await searched(db, wanted).select(sql<number>`count(*)`.as("total")).executeTakeFirstOrThrow();
  return { ...pageOf(rows, wanted.limit, { toItem: toUser, cursorOf: ({ id }) => id }), total };
}

/** Everybody with one of these admin roles. */
export async function listAdmins(db: Database, role?: string): Promise<User[]> {
  const rows = await db
    .selectFrom("users")
    .selectAll()
    .where("status", "=", "active")
    .where(sql<number>`cardinality(admin_roles)`, ">", 0)
    .$if(role !== undefined, (query) => query.where(sql<boolean>`${role} = any (admin_roles)`))
    .orderBy("id")
    .execute();
  return rows.map(toUser);
}
