import { calendars, credentials, inTransaction, type Transaction, type User, users, verifications, workers } from "@lingong/db";
import { categoryOf, DAY, type Instant, identityCheckCharacter } from "@lingong/domain";
import { hashPassword } from "../accounts/password.ts";
import type { Services } from "../kernel/context.ts";
import { refreshProfilePercent } from "../workers/profile-percent.ts";
import { refreshStanding } from "../workers/standing.ts";
import { type DemoAdmin, type DemoCustomer, type DemoWorker, demoAdmins, demoCode, demoCustomers, demoPassword, demoWorkers } from "./demo-people.ts";

/** An account to print at start: how to sign in as whom. */
export interface DemoAccount {
  readonly app: "customer" | "worker" | "admin";
  readonly name: string;
  readonly cityId: string;
  readonly phone: string;
  readonly code: string;
  readonly password: string | null;
  /** Categories of a worker, in words; roles of an admin. */
  readonly about: readonly string[];
  /** Categories of a worker, by id; those with a proof of work among them. */
  readonly categoryIds: readonly string[];
  readonly provenIds: readonly string[];
}

/** The fixed codes of demo numbers: `Services.demoCodes` in development, an empty map in production. */
export const demoCodes: ReadonlyMap<string, string> = new Map(
  [...demoCustomers, ...demoWorkers, ...demoAdmins].map(({ phone }) => [phone, demoCode]),
);

interface NewDemo {
  readonly phone: string;
  readonly name: string;
  readonly cityId: string;
  readonly isCustomer?: boolean;
  readonly isWorker?: boolean;
  readonly adminRoles?: readonly string[];
}

/** Makes the account unless its number has one; then nothing of it is touched. */
async function createAccount(
  services: Services,
  transaction: Transaction,
  demo: NewDemo,
  now: Instant,
): Promise<{ readonly user: User; readonly key: Uint8Array } | null> {
  const { secrets } = services;
  const key = secrets.newPersonKey();
  const { phone, name, ...roles } = demo;
  const made = await users.insertOrFind(transaction, {
    ...roles,
    displayName: name,
    phoneCipher: secrets.seal(key, "phone", phone),
    phoneHash: secrets.keyedHash("phone", phone),
    createdAt: now,
  });
  if (!made.created) return null;
  await users.insertKey(transaction, { userId: made.user.id, wrappedKey: key, now });
  return { user: made.user, key };
}

async function seedCustomer(services: Services, { phone, name, cityId, salutation }: DemoCustomer, now: Instant): Promise<void> {
  await inTransaction(services.db, async (transaction) => {
    const account = await createAccount(services, transaction, { phone, name, cityId, isCustomer: true }, now);
    if (account !== null) await users.update(transaction, account.user.id, { salutation });
  });
}

const certificateLives = 3 * 365 * DAY;
/** Monday to Saturday, 07:00 to 21:00. */
const hours = [1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, fromMinute: 7 * 60, toMinute: 21 * 60 }));

async function verify(
  services: Services,
  transaction: Transaction,
  account: { readonly user: User; readonly key: Uint8Array },
  demo: DemoWorker,
  now: Instant,
): Promise<void> {
  const { secrets } = services;
  const idNumber = `${demo.identity}${identityCheckCharacter(demo.identity)}`;
  const check = await verifications.insert(transaction, {
    workerId: account.user.id,
    realNameCipher: secrets.seal(account.key, "real-name", demo.name),
    idNumberCipher: secrets.seal(account.key, "id-number", idNumber),
    idNumberHash: secrets.keyedHash("id-number", idNumber),
    now,
    dueAt: now + DAY,
  });
  if (typeof check !== "string") await verifications.decide(transaction, { id: check.id, state: "verified", by: "demo", now });
}

async function seedWorker(services: Services, demo: DemoWorker, now: Instant): Promise<void> {
  const { phone, name, cityId } = demo;
  const id = await inTransaction(services.db, async (transaction) => {
    const account = await createAccount(services, transaction, { phone, name, cityId, isWorker: true }, now);
    if (account === null) return null;
    const { id: workerId } = account.user;
    await workers.insert(transaction, { id: workerId, cityId, kind: demo.kind, crewSize: demo.crewSize, now });
    await verify(services, transaction, account, demo, now);
    const { tags, introduction, home, travelMode, radiusKm } = demo;
    await workers.update(transaction, workerId, { verified: true, tags, introduction, home, travelMode, radiusKm, nightFirstVisits: true });
    for (const categoryId of demo.categories) {
      const certified = demo.certified.includes(categoryId);
      const validUntil = certified ? now + certificateLives : null;
      await calendars.saveQualification(transaction, {
        workerId,
        categoryId,
        certified,
        proofOfWork: demo.proven.includes(categoryId),
        validUntil,
        now,
      });
    }
    await calendars.replaceHours(transaction, workerId, hours);
    return workerId;
  });
  if (id === null) return;
  await workers.savePositions(services.db, [{ workerId: id, ...demo.home, at: now }]);
  await refreshProfilePercent(services, id);
  await refreshStanding(services, id);
}

async function seedAdmin(services: Services, { phone, name, cityId, roles }: DemoAdmin, now: Instant): Promise<void> {
  const hash = await hashPassword(demoPassword);
  await inTransaction(services.db, async (transaction) => {
    const account = await createAccount(services, transaction, { phone, name, cityId, adminRoles: roles }, now);
    if (account !== null) await credentials.setPasswordHash(transaction, { userId: account.user.id, hash, now });
  });
}

/** Every demo account, with what is needed to sign in. */
export function demoAccounts(): DemoAccount[] {
  const base = { code: demoCode, password: null, about: [], categoryIds: [], provenIds: [] };
  const names = (ids: readonly string[]) => ids.map((id) => categoryOf(id)?.name.zh ?? id);
  const person = ({ name, cityId, phone }: { name: string; cityId: string; phone: string }) => ({ ...base, name, cityId, phone });
  return [
    ...demoCustomers.map((customer) => ({ ...person(customer), app: "customer" as const })),
    ...demoWorkers.map((worker) => ({
      ...person(worker),
      app: "worker" as const,
      about: names(worker.categories),
      categoryIds: worker.categories,
      provenIds: worker.proven,
    })),
    ...demoAdmins.map((admin) => ({ ...person(admin), app: "admin" as const, password: demoPassword, about: admin.roles })),
  ];
}

/**
 * People to try the platform with: customers and verified workers in three cities, an operator and three arbitrators.
 * Running it again changes nothing. @throws in production mode.
 */
export async function seedDemo(services: Services): Promise<readonly DemoAccount[]> {
  if (services.production) throw new Error("demo accounts are for development only");
  const now = services.clock.now();
  for (const customer of demoCustomers) await seedCustomer(services, customer, now);
  for (const worker of demoWorkers) await seedWorker(services, worker, now);
  for (const admin of demoAdmins) await seedAdmin(services, admin, now);
  return demoAccounts();
}
