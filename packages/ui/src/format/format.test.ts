import { DAY, HOUR, MINUTE, SECOND } from "@lingong/domain";
import { describe, expect, it } from "vitest";
import { customerMessages } from "../messages/app-messages.ts";
import { type Language, startTranslations } from "../messages/translations.ts";
import { clockTime, countdownDigits, localDayNumber, startOfLocalDay } from "./clock.ts";
import { createFormat } from "./format.ts";

const at = (iso: string) => Date.parse(iso);
const now = at("2026-03-17T05:36:00Z");

async function formatIn(language: Language, zone = "Asia/Shanghai") {
  const { i18n } = await startTranslations(customerMessages, language);
  return createFormat({ language, zone, t: i18n.getFixedT(language, "common") });
}

describe("in Chinese", async () => {
  const format = await formatIn("zh-CN");

  it("writes durations for tables and for sentences", () => {
    expect(format.duration(195)).toBe("3 时 15 分");
    expect(format.duration(180)).toBe("3 时");
    expect(format.duration(10)).toBe("10 分");
    expect(format.span(12)).toBe("12 分钟");
    expect(format.span(180)).toBe("3 小时");
    expect(format.span(150)).toBe("2.5 小时");
    expect(format.span(75)).toBe("1 小时 15 分钟");
  });

  it("writes distances", () => {
    expect(format.distance(2_840)).toBe("2.8 公里");
    expect(format.distance(352)).toBe("350 米");
    expect(format.distance(999)).toBe("1 公里");
  });

  it("writes dates, times and ranges in the city's zone", () => {
    const start = at("2026-03-20T06:00:00Z");
    expect(format.time(start)).toBe("14:00");
    expect(format.dateWeekday(start)).toBe("3月20日 周五");
    expect(format.timeRange(start, start + 3 * HOUR)).toBe("14:00–17:00");
    expect(format.dateTimeRange(start, start + 3 * HOUR)).toBe("3月20日 周五 14:00–17:00");
    expect(format.dateTimeRange(start + 8 * HOUR, start + 12 * HOUR)).toBe("3月20日 22:00–3月21日 02:00");
    expect(format.dateTimeRange(start + 8 * HOUR, start + 10 * HOUR)).toBe("3月20日 周五 22:00–00:00");
    expect(format.zoneName()).toBe("上海时间");
  });

  it("names the days around today", () => {
    expect(format.dayTime(at("2026-03-17T06:00:00Z"), now)).toBe("今天 14:00");
    expect(format.dayTime(at("2026-03-18T01:00:00Z"), now)).toBe("明天 09:00");
    expect(format.shortMoment(at("2026-03-16T12:14:00Z"), now)).toBe("昨 20:14");
    expect(format.shortMoment(at("2026-03-17T05:24:00Z"), now)).toBe("13:24");
    expect(format.day(at("2026-03-20T06:00:00Z"), now)).toBe("3月20日 周五");
    expect(format.ago(now - 4 * SECOND, now)).toBe("4 秒前");
    expect(format.ago(now - 30 * MINUTE, now)).toBe("30 分钟前");
  });

  it("counts down in digits, and in words from two days on", () => {
    expect(format.countdown(14 * MINUTE + 32 * SECOND)).toBe("14:32");
    expect(format.countdown(47 * HOUR + 12 * MINUTE + 8 * SECOND)).toBe("47:12:08");
    expect(format.countdown(2 * DAY + 4 * HOUR + 55 * MINUTE)).toBe("2 天 4 小时 55 分");
    expect(format.countdown(-5)).toBe("0:00");
  });

  it("leaves out what is zero", () => {
    expect(format.countdown(2 * DAY + 55 * MINUTE)).toBe("2 天 55 分");
    expect(format.countdown(3 * DAY)).toBe("3 天");
    expect(format.countdown(100 * MINUTE, 0)).toBe("1 小时 40 分");
    expect(format.lasted(DAY + 20 * MINUTE)).toBe("1 天");
    expect(format.seconds(0)).toBe("不到 1 秒");
  });
});

describe("in English", async () => {
  const format = await formatIn("en");

  it("puts the day before the month and says units shortly", () => {
    const start = at("2026-03-20T06:00:00Z");
    expect(format.dateTimeRange(start, start + 3 * HOUR)).toBe("Fri, 20 Mar, 14:00–17:00");
    expect(format.dayTime(start, start)).toBe("Today, 14:00");
    expect(format.dayTimeInside(start, start)).toBe("today, 14:00");
    expect(format.duration(195)).toBe("3 h 15 min");
    expect(format.span(60)).toBe("1 hour");
    expect(format.span(180)).toBe("3 hours");
    expect(format.distance(2_840)).toBe("2.8 km");
    expect(format.people(1)).toBe("1 person");
    expect(format.zoneName()).toBe("Shanghai time");
  });
});

describe("zones", () => {
  it("decide the local day", async () => {
    const lateInShanghai = at("2026-03-17T15:30:00Z");
    expect(localDayNumber(lateInShanghai, "Asia/Shanghai") - localDayNumber(now, "Asia/Shanghai")).toBe(0);
    expect(localDayNumber(lateInShanghai + HOUR, "Asia/Shanghai") - localDayNumber(now, "Asia/Shanghai")).toBe(1);
    const tokyo = await formatIn("zh-CN", "Asia/Tokyo");
    expect(tokyo.time(lateInShanghai)).toBe("00:30");
    expect(tokyo.zoneName()).toBe("东京时间");
  });

  it("without a name of ours are called by their city", async () => {
    expect((await formatIn("en", "America/Los_Angeles")).zoneName()).toBe("Los Angeles time");
  });
});

describe("countdownDigits", () => {
  it("rounds a begun second up, so that zero means over", () => {
    expect(countdownDigits(1)).toBe("0:01");
    expect(countdownDigits(0)).toBe("0:00");
  });
});

describe("the beginning of a local day", () => {
  it("is midnight on the wall at every hour of the days on which clocks change", () => {
    for (const [zone, day] of [
      ["America/New_York", "2026-03-08"],
      ["America/New_York", "2026-11-01"],
      ["Europe/Berlin", "2026-03-29"],
      ["Europe/Berlin", "2026-10-25"],
      ["Australia/Lord_Howe", "2026-04-05"],
      ["Australia/Lord_Howe", "2026-10-04"],
    ] as const) {
      for (let hour = 0; hour < 72; hour += 1) {
        const instant = at(`${day}T00:00:00Z`) - DAY + hour * HOUR + 7 * MINUTE;
        const start = startOfLocalDay(instant, zone);
        expect([clockTime(start, zone), localDayNumber(start, zone)]).toEqual(["00:00", localDayNumber(instant, zone)]);
        expect(start).toBeLessThanOrEqual(instant);
      }
    }
  });
});
