import type { AdminRole, PeopleInput, PeopleOutput, Person, PersonRow, SetSuspendedInput } from "@lingong/contracts";
import { inTransaction, orders, sessions, type User, users, verifications, wallet, workers } from "@lingong/db";
import { maskPhone, parseMobileNumber } from "@lingong/domain";
import { openSealed } from "../accounts/people.ts";
import { sessionsChanged } from "../accounts/sessions.ts";
import type { Services } from "../kernel/context.ts";
import { fail, found } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import type { Signed } from "../kernel/signed.ts";
import { orderCards } from "../orders/card.ts";
import { loadPayoutHold } from "../wallet/hold.ts";
import { loadStanding } from "../workers/standing.ts";
import { verificationView } from "../workers/verification-view.ts";
import { recordAdmin, recordLook } from "./audit-log.ts";

function rolesOf(user: User): PersonRow["roles"] {
  return [
    ...(user.isCustomer ? (["customer"] as const) : []),
    ...(user.isWorker ? (["worker"] as const) : []),
    ...(user.adminRoles.length > 0 ? (["admin"] as const) : []),
  ];
}

async function personRows(services: Services, list: readonly User[]): Promise<PersonRow[]> {
  const { db } = services;
  const workerIds = list.filter(({ isWorker }) => isWorker).map(({ id }) => id);
  const [records, standings, checks, seen] = await Promise.all([
    workers.findMany(db, workerIds),
    workers.findStandings(db, workerIds),
    verifications.findManyLatest(db, workerIds),
    sessions.lastSeen(
      db,
      list.map(({ id }) => id),
    ),
  ]);
  return Promise.all(
    list.map(async (user) => {
      const phone = await openSealed(services, user.id, "phone", user.phoneCipher);
      return {
        id: user.id,
        name: user.displayName,
        phoneMasked: phone === null ? "" : maskPhone(phone),
        roles: rolesOf(user),
        cityId: user.cityId,
        createdAt: iso(user.createdAt),
        lastSeenAt: iso(seen.get(user.id) ?? null),
        level: user.isWorker ? (standings.get(user.id)?.level ?? 1) : null,
        standing: user.isWorker ? (standings.get(user.id)?.standing ?? 0) : null,
        completedOrders: records.get(user.id)?.completedOrders ?? 0,
        verification: user.isWorker ? verificationView(checks.get(user.id) ?? null) : null,
        online: records.get(user.id)?.online ?? null,
        suspended: user.status === "suspended",
      };
    }),
  );
}

/** People by name, id or whole phone number (found by its keyed hash: numbers are not searched by parts). */
export async function loadPeople({ services }: Signed, input: PeopleInput): Promise<PeopleOutput> {
  const typed = input.text === undefined ? null : parseMobileNumber(input.text);
  const phoneHash = typed?.ok === true ? services.secrets.keyedHash("phone", typed.value) : undefined;
  const page = await users.search(services.db, {
    cursor: input.cursor,
    limit: input.limit ?? 30,
    text: phoneHash === undefined ? input.text : undefined,
    phoneHash,
    role: input.role,
    cityId: input.cityId,
  });
  return { items: await personRows(services, page.items), nextCursor: page.nextCursor, total: page.total };
}

/** One person with orders and standing. Looking is noted. */
export async function loadPerson(ctx: Signed, userId: string): Promise<Person> {
  const { services } = ctx;
  const { db } = services;
  const user = found(await users.findById(db, userId));
  await recordLook(ctx, { action: "person.read", subjectKind: "user", subjectId: userId });
  const [rows, placed, done, living, balance, standing, payoutHold] = await Promise.all([
    personRows(services, [user]),
    orders.listForCustomer(db, { customerId: userId, limit: 20 }),
    orders.listForWorker(db, { workerId: userId, limit: 20 }),
    sessions.listForUser(db, { userId, now: services.clock.now() }),
    user.isWorker ? wallet.findBalance(db, userId) : null,
    user.isWorker ? loadStanding(services, userId) : null,
    user.isWorker ? loadPayoutHold(services, userId) : null,
  ]);
  return {
    ...(rows[0] ?? fail("internal")),
    adminRoles: [...user.adminRoles] as AdminRole[],
    orders: await orderCards(services, [...placed.items, ...done.items], "admin"),
    walletFen: balance,
    payoutHold,
    faults: standing?.faults ?? [],
    sessions: living.length,
  };
}

/** Suspends a person or lifts it, with a reason: sessions end, a worker goes offline; running orders go on. */
export async function setSuspended(ctx: Signed, input: SetSuspendedInput): Promise<{ done: true }> {
  const { services, session } = ctx;
  const user = found(await users.findById(services.db, input.userId));
  if (!session.adminRoles.includes("operator") || user.id === session.userId) fail("wrong_role", { role: "operator" });
  if (user.status === "erased") fail("not_found");
  const now = services.clock.now();
  await inTransaction(services.db, async (transaction) => {
    await users.update(transaction, user.id, { status: input.suspended ? "suspended" : "active" });
    if (input.suspended) await sessions.revoke(transaction, { userId: user.id }, now);
    if (input.suspended && user.isWorker) await workers.setOnline(transaction, { id: user.id, online: false, reason: "account_suspended", now });
  });
  await recordAdmin(ctx, {
    action: input.suspended ? "person.suspend" : "person.restore",
    subjectKind: "user",
    subjectId: user.id,
    reason: input.reason,
  });
  await sessionsChanged(services, user.id);
  return { done: true };
}
