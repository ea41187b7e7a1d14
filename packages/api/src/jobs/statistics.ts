import { calendars, market, workers } from "@lingong/db";
import { cities, DAY, HOUR, type Instant, MINUTE } from "@lingong/domain";
import type { Services } from "../kernel/context.ts";
import { refreshStanding } from "../workers/standing.ts";

const answerWindow = 30 * DAY;
const answerWithin = 5 * MINUTE;
const incomeDays = 14;

/** Minutes a week by one's own hours; 0: none are set. */
function weeklyMinutes(hours: readonly { readonly fromMinute: number; readonly toMinute: number }[]): number {
  return hours.reduce((total, { fromMinute, toMinute }) => total + toMinute - fromMinute, 0);
}

/**
 * What dispatch reads of habits (§6): the share of offers answered within five minutes over 30 days, and income per
 * available hour over 14. How much of the own time a worker was online is not recorded yet: the score takes it as unknown.
 */
async function refreshCity(services: Services, cityId: string, now: Instant): Promise<void> {
  const [answers, income, hours] = await Promise.all([
    market.countAnswers(services.db, { cityId, since: now - answerWindow, within: answerWithin }),
    market.sumIncome(services.db, { cityId, since: now - incomeDays * DAY }),
    calendars.listHoursOfCity(services.db, cityId),
  ]);
  for (const workerId of new Set([...answers.keys(), ...income.keys(), ...hours.keys()])) {
    const availableHours = (weeklyMinutes(hours.get(workerId) ?? []) * (incomeDays / 7)) / (HOUR / MINUTE);
    const answered = answers.get(workerId);
    await workers.saveStatistics(services.db, workerId, {
      onlineMinutes: 0,
      availableMinutes: 0,
      answeredWithinFiveMinutes: answered?.answered ?? 0,
      asked: answered?.asked ?? 0,
      incomePerAvailableHourFen: availableHours === 0 ? null : Math.floor((income.get(workerId) ?? 0) / availableHours),
      now,
    });
  }
}

const standingEvery = DAY;

/** Every city's habits, and the standings whose level may fall by time alone (§8). */
export async function refreshStatistics(services: Services): Promise<void> {
  const now = services.clock.now();
  for (const city of cities) await refreshCity(services, city.id, now);
  for (const workerId of await market.listStandingsToRefresh(services.db, now - standingEvery, 500)) await refreshStanding(services, workerId);
}
