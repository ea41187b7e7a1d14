import type { Me, RegisterWorkerInput } from "@lingong/contracts";
import {
  calendars,
  inTransaction,
  leaveHints,
  type NewVerification,
  type Transaction,
  users,
  type Verification,
  verifications,
  workers,
} from "@lingong/db";
import { checkIdentityNumber, defaultPolicy, endOfWorkingDay, type Instant, isWithin } from "@lingong/domain";
import { loadMe } from "../accounts/me.ts";
import { personKey } from "../accounts/people.ts";
import { sessionsChanged } from "../accounts/sessions.ts";
import { knownCategory, knownCity, localDayAt } from "../catalog/lookup.ts";
import { fail, found, unwrap } from "../kernel/domain-exception.ts";
import type { Signed } from "../kernel/signed.ts";
import { refreshProfilePercent } from "./profile-percent.ts";

const reviewWorkingDays = 3;

/** Only tags of the chosen categories count: the catalogue's words. */
export function knownTags(tags: readonly string[], categoryIds: readonly string[]): string[] {
  const known = new Set(categoryIds.flatMap((id) => knownCategory(id).tags.map(({ key }) => key)));
  return [...new Set(tags)].filter((tag) => known.has(tag));
}

/**
 * Makes a person a worker and hands their real name and ID number in for the check (§9): encrypted at once, known again by a
 * keyed hash. Until the identity provider has answered, by a job, there are no offers. A refused check may be handed in again.
 */
export async function registerWorker(ctx: Signed, input: RegisterWorkerInput): Promise<Me> {
  const { services, session } = ctx;
  const { userId } = session;
  if (session.app !== "worker") fail("wrong_role");
  const city = knownCity(input.cityId ?? session.cityId);
  if (input.home != null && !isWithin(city, input.home)) fail("invalid_input", { field: "home" }, "home");
  for (const categoryId of input.categoryIds) knownCategory(categoryId);
  const now = services.clock.now();
  const idNumber = unwrap(
    checkIdentityNumber(input.idNumber.normalize("NFKC").toUpperCase(), localDayAt(now, city.zone), defaultPolicy.access.ageLeast),
  );
  const key = await personKey(services, userId);
  await inTransaction(services.db, async (transaction) => {
    await saveWorker(transaction, userId, { ...input, cityId: city.id }, now);
    const { secrets } = services;
    const submitted = await submit(transaction, {
      workerId: userId,
      realNameCipher: secrets.seal(key, "real-name", input.realName),
      idNumberCipher: secrets.seal(key, "id-number", idNumber),
      idNumberHash: secrets.keyedHash("id-number", idNumber),
      now,
      dueAt: endOfWorkingDay(reviewWorkingDays, now, city.zone),
    });
    const rooms = [`user:${userId}`, "admins"];
    await leaveHints(transaction, [{ rooms, kind: "verification", subjectId: submitted.id, version: null, data: { state: "pending" } }], now);
  });
  await refreshProfilePercent(services, userId);
  await sessionsChanged(services, userId);
  const user = found(await users.findById(services.db, userId));
  return loadMe({ ...ctx, session: { ...session, isWorker: true, cityId: user.cityId } });
}

/** Hands the check in: one at a time, and one person is one account (§9). */
async function submit(transaction: Transaction, check: NewVerification): Promise<Verification> {
  const latest = await verifications.findLatest(transaction, check.workerId);
  if (latest?.state === "verified") fail("conflict", { state: "verified" });
  if (latest?.state === "pending") fail("identity_pending");
  const submitted = await verifications.insert(transaction, check);
  if (submitted === "taken") return fail("identity_taken");
  return submitted === "pending" ? fail("identity_pending") : submitted;
}

async function saveWorker(
  transaction: Transaction,
  id: string,
  input: RegisterWorkerInput & { readonly cityId: string },
  now: Instant,
): Promise<void> {
  const { cityId, kind, radiusKm, travelMode, categoryIds } = input;
  const crewSize = crewOf(input);
  await workers.insert(transaction, { id, cityId, kind, crewSize, now });
  await workers.update(transaction, id, {
    cityId,
    kind,
    crewSize,
    tags: knownTags(input.tags, categoryIds),
    radiusKm,
    travelMode,
    home: input.home ?? undefined,
  });
  await calendars.setCategories(transaction, { workerId: id, categoryIds, now });
  await users.update(transaction, id, { isWorker: true, cityId, displayName: input.realName });
}

/** An individual is one person; a team brings at least two. */
function crewOf({ kind, crewSize }: RegisterWorkerInput): number {
  return kind === "individual" ? 1 : Math.max(2, crewSize ?? 2);
}
