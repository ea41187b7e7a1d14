import type { SettingsView, UpdateSettingsInput } from "@lingong/contracts";
import { calendars, inTransaction, leaveHints, workers } from "@lingong/db";
import { isWithin } from "@lingong/domain";
import { knownCategory, knownCity } from "../catalog/lookup.ts";
import { fail, found } from "../kernel/domain-exception.ts";
import type { Signed } from "../kernel/signed.ts";
import { refreshProfilePercent } from "./profile-percent.ts";
import { qualificationViews } from "./qualifications.ts";
import { knownTags } from "./register.ts";

export async function loadSettings({ services, session }: Signed): Promise<SettingsView> {
  const worker = found(await workers.findById(services.db, session.userId));
  const qualifications = await qualificationViews(services, session.userId);
  return {
    radiusKm: worker.radiusKm,
    tags: [...worker.tags],
    categoryIds: qualifications.map(({ categoryId }) => categoryId),
    travelMode: worker.travelMode,
    nightFirstVisits: worker.nightFirstVisits,
    crewSize: worker.crewSize,
    home: worker.home,
    introduction: worker.introduction,
    qualifications,
  };
}

/** Changes what dispatch reads of a worker; what is left out stays. */
export async function updateSettings(ctx: Signed, input: UpdateSettingsInput): Promise<SettingsView> {
  const { services, session } = ctx;
  const { userId } = session;
  const worker = found(await workers.findById(services.db, userId));
  if (input.home != null && !isWithin(knownCity(worker.cityId), input.home)) fail("invalid_input", { field: "home" }, "home");
  for (const categoryId of input.categoryIds ?? []) knownCategory(categoryId);
  if (input.crewSize !== undefined && worker.kind === "individual" && input.crewSize !== 1) fail("headcount_invalid", { most: 1 }, "crewSize");
  const now = services.clock.now();
  await inTransaction(services.db, async (transaction) => {
    const { categoryIds, tags, ...change } = input;
    if (categoryIds !== undefined) await calendars.setCategories(transaction, { workerId: userId, categoryIds, now });
    const offered = (await calendars.listQualifications(transaction, userId)).map(({ categoryId }) => categoryId);
    await workers.update(transaction, userId, { ...change, tags: knownTags(tags ?? worker.tags, offered) });
    await leaveHints(transaction, [{ rooms: [`user:${userId}`], kind: "worker", subjectId: userId, version: null, data: null }], now);
  });
  await refreshProfilePercent(services, userId);
  return loadSettings(ctx);
}
