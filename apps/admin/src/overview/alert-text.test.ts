import { MINUTE } from "@lingong/domain";
import { adminMessages, createFormat, startTranslations } from "@lingong/ui";
import { describe, expect, test } from "vitest";
import { type Alert, alertText, byUrgency, isUrgent } from "./alert-text.ts";

const now = Date.parse("2026-03-17T05:36:00Z");
const alert = (kind: Alert["kind"], minutesAgo: number, details: Alert["details"] = {}): Alert => ({
  kind,
  id: `${kind} ${minutesAgo}`,
  orderId: null,
  title: "日常保洁 杨浦区",
  since: new Date(now - minutesAgo * MINUTE).toISOString(),
  details,
  position: null,
});

describe("an alert in words", () => {
  test("says what, where, who and for how long, in the language shown", async () => {
    const late = alert("worker_late", 36, { categoryId: "daily_cleaning", district: "杨浦区", worker: "陈芳" });
    const texts = await Promise.all(
      (["zh-CN", "en"] as const).map(async (language) => {
        const { i18n } = await startTranslations(adminMessages, language);
        const format = createFormat({ language, zone: "Asia/Shanghai", t: i18n.getFixedT(language, "common") });
        return alertText(late, { t: i18n.getFixedT(language, "admin"), format, now, district: (name) => name });
      }),
    );
    expect(texts[0]).toEqual({ title: "超时未到 · 日常保洁 杨浦区", detail: "陈芳，约定 13:00", lasted: "36 分" });
    expect(texts[1]?.title).toContain("Late");
    expect(texts[1]?.lasted).toBe("36 min");
  });
});

describe("what is urgent", () => {
  test("a machine that stopped, money that came back, somebody who waits at the door", () => {
    expect(isUrgent(alert("overdue_deadline", 1), now)).toBe(true);
    expect(isUrgent(alert("failed_payout", 1), now)).toBe(true);
    expect(isUrgent(alert("worker_late", 15), now)).toBe(true);
    expect(isUrgent(alert("worker_late", 14), now)).toBe(false);
    expect(isUrgent(alert("no_worker", 90), now)).toBe(false);
  });

  test("stands first, else in the order it came", () => {
    const alerts = [alert("no_worker", 90), alert("no_worker", 80), alert("worker_late", 36)];
    expect(byUrgency(alerts, now).map(({ id }) => id)).toEqual(["worker_late 36", "no_worker 90", "no_worker 80"]);
  });
});
