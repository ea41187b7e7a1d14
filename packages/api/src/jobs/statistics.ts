import { calendars, market, workers } from "@lingong/db";
import { activityOf, type City, cities, DAY, type Instant, localDaysIn, MINUTE, ownMinutes } from "@lingong/domain";
import { localDayAt } from "../catalog/lookup.ts";
import type { Services } from "../kernel/context.ts";
import { policyOf } from "../policy/policies.ts";
import { refreshStanding } from "../workers/standing.ts";

const answerWindow = 30 * DAY;
const answerWithin = 5 * MINUTE;
const habitDays = 14;

/** Online spans are kept a little longer than they count, for whoever asks why a share was what it was. */
const spansKept = 30 * DAY;

/**
 * What dispatch reads of habits (§6): the share of offers and first messages answered within five minutes over 30 days; over 14 days the online
 * share of one's own time and the income per hour of it.
 */
async function refreshCity(services: Services, city: City, now: Instant): Promise<void> {
  const { policy } = await policyOf(services, null);
  const window = { from: now - habitDays * DAY, to: now };
  const days = localDaysIn(window, city.zone);
  const firstDay = localDayAt(window.from, city.zone);
  const [answers, income, weekly, exceptions, restBlocks, online, measuredSince] = await Promise.all([
    market.countAnswers(services.db, { cityId: city.id, since: now - answerWindow, within: answerWithin, now }),
    market.sumIncome(services.db, { cityId: city.id, since: window.from }),
    calendars.listHoursOfCity(services.db, city.id),
    calendars.listDayHoursOfCity(services.db, city.id, firstDay),
    calendars.listRestBlocksOfCity(services.db, city.id, window.from),
    workers.listOnlineSpans(services.db, { cityId: city.id, since: window.from, now }),
    workers.listMeasuredSince(services.db, city.id, now),
  ]);
  for (const workerId of new Set([...answers.keys(), ...income.keys(), ...weekly.keys(), ...exceptions.keys()])) {
    const hours = { weekly: weekly.get(workerId) ?? [], exceptions: exceptions.get(workerId) ?? [] };
    const record = { hours, restBlocks: restBlocks.get(workerId) ?? [], online: online.get(workerId) ?? [] };
    const measured = { from: Math.max(window.from, measuredSince.get(workerId) ?? now), to: now };
    const activity = activityOf(record, { window: measured, days }, policy);
    const own = ownMinutes({ window, days }, hours);
    const answered = answers.get(workerId);
    await workers.saveStatistics(services.db, workerId, {
      onlineMinutes: activity.online,
      availableMinutes: activity.available,
      answeredWithinFiveMinutes: answered?.answered ?? 0,
      asked: answered?.asked ?? 0,
      incomePerAvailableHourFen: own === 0 ? null : Math.floor(((income.get(workerId) ?? 0) * 60) / own),
      now,
    });
  }
}

const standingEvery = DAY;

/** Every city's habits, and the standings whose level may fall by time alone (§8). */
export async function refreshStatistics(services: Services): Promise<void> {
  const now = services.clock.now();
  for (const city of cities) await refreshCity(services, city, now);
  await workers.forgetOnlineSpans(services.db, now - spansKept);
  for (const workerId of await market.listStandingsToRefresh(services.db, now - standingEvery, 500)) await refreshStanding(services, workerId);
}
