import { defaultPolicy, diffOf, type FeePlans, problemsOf, withPlans } from "@lingong/domain";
import { AppProvider, adminMessages, csvOf, startTranslations } from "@lingong/ui";
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { type ReactNode, useState } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { withBracketAdded, withNumber, withoutBracket } from "./draft-plans.ts";
import { categoryNamer, labRows } from "./lab-csv.ts";
import { dayOf, firstDayFrom, startOf } from "./local-day.ts";
import { PlanEditor } from "./plan-editor.tsx";
import { RateChart } from "./rate-chart.tsx";
import { RuleChecks } from "./rule-checks.tsx";

afterEach(cleanup);

const plans: FeePlans = defaultPolicy.fees.plans;

async function show(ui: ReactNode) {
  const translations = await startTranslations(adminMessages, "zh-CN");
  return render(
    <AppProvider app="admin" translations={translations} readClock={() => 0} env="test">
      {ui}
    </AppProvider>,
  );
}

/** What the checks say, in their order. */
const checks = () =>
  within(screen.getByRole("list"))
    .getAllByRole("listitem")
    .map((item) => item.textContent);

function Editing({ onChange }: { readonly onChange: (plans: FeePlans) => void }) {
  const [draft, setDraft] = useState(plans);
  const problems = problemsOf(draft, defaultPolicy);
  const changed = (next: FeePlans) => {
    setDraft(next);
    onChange(next);
  };
  return (
    <>
      <PlanEditor id="pro" draft={draft} current={plans} problems={problems} onChange={changed} />
      <RuleChecks problems={problems} />
    </>
  );
}

describe("the editor of a plan", () => {
  it("changes the number that was typed, and says of a wrong one where and why", async () => {
    let last = plans;
    await show(<Editing onChange={(next) => (last = next)} />);
    fireEvent.change(screen.getByLabelText("第 2 档费率"), { target: { value: "16.5" } });
    expect(diffOf(plans, last)).toEqual([{ path: "pro.brackets.1.rate", from: 1_700, to: 1_650 }]);
    expect(checks()).toEqual([
      "每个费率在规则的范围里",
      "金额越高，服务者到手和平台收入都不减每个方案查了 5,000 个金额",
      "常客费率不高于新客",
      "只用于生效后接的单，已接的按接单时的版本",
    ]);
    fireEvent.change(screen.getByLabelText("第 1 档费率"), { target: { value: "25" } });
    expect(checks()).toEqual(["专业服务 · 第 1 档 · 费率不能高于 20\u00a0%"]);
    const described = screen.getByLabelText("第 1 档费率").getAttribute("aria-describedby") ?? "";
    expect(document.getElementById(described)?.textContent).toBe("不能高于 20\u00a0%");
  });

  it("adds and removes brackets; the last one stays", async () => {
    let last = plans;
    await show(<Editing onChange={(next) => (last = next)} />);
    fireEvent.click(screen.getByRole("button", { name: "加一档" }));
    expect(problemsOf(last, defaultPolicy)).toEqual([]);
    expect(diffOf(plans, last)).toHaveLength(3);
    fireEvent.click(screen.getByRole("button", { name: "去掉第 3 档" }));
    expect(diffOf(plans, last)).toEqual([]);
    expect(withoutBracket(plans, "pro", 2)).toBe(plans);
    expect(withBracketAdded(plans, "life")).toBe(plans);
  });
});

describe("the chart of rates", () => {
  it("tells the same as a table", async () => {
    const draft = withPlans(defaultPolicy, withNumber(plans, "life.base", 1_700));
    await show(<RateChart plan="life" current={defaultPolicy} draft={draft} />);
    const lines = [...screen.getByRole("img", { name: "实际费率随订单金额" }).querySelectorAll("polyline")].map((line) =>
      line.getAttribute("points"),
    );
    expect(lines.map((points) => points?.split(" ").length)).toEqual([100, 100]);
    expect(lines[0]).not.toBe(lines[1]);
    fireEvent.click(screen.getByRole("button", { name: "看表格" }));
    expect(screen.queryByRole("img")).toBeNull();
    const rows = [...document.querySelectorAll("tr")].map((row) => [...row.cells].map((cell) => cell.textContent));
    expect(rows[0]).toEqual(["订单金额", "现行", "草稿"]);
    expect(rows).toHaveLength(21);
    expect(rows[20]).toEqual(["¥5,000.00", "18\u00a0%", "17\u00a0%"]);
  });
});

describe("days of the books", () => {
  it("begin at midnight in Shanghai", () => {
    expect(new Date(startOf("2026-04-01")).toISOString()).toBe("2026-03-31T16:00:00.000Z");
    expect(dayOf(Date.parse("2026-03-31T15:59:59Z"))).toBe("2026-03-31");
    expect(firstDayFrom(startOf("2026-04-01"))).toBe("2026-04-01");
    expect(firstDayFrom(startOf("2026-04-01") + 1)).toBe("2026-04-02");
  });
});

describe("a replay as a file", () => {
  it("names each part, and adds up to the fen", async () => {
    const sum = { orders: 2, baseFen: 30_001, currentCommissionFen: 5_400, draftCommissionFen: 5_100, better: 2, same: 0, worse: 0 };
    const total = { ...sum, currentNetFen: 24_601, draftNetFen: 24_901 };
    const worker = { ...total, workerId: "w", name: "=周桂芳", changeFen: 300 };
    const workers = { count: 1, better: 1, same: 0, worse: 0, decilesFen: [], losers: [], gainers: [worker] };
    const lab = {
      current: "1",
      cut: false,
      total,
      byPlan: [{ ...total, plan: "life" as const }],
      byCategory: [{ ...total, categoryId: "daily_cleaning" }],
      workers,
    };
    const { i18n } = await startTranslations(adminMessages, "zh-CN");
    const rows = labRows(lab, { t: i18n.getFixedT("zh-CN", "admin"), category: categoryNamer(({ zh }) => zh) });
    const file = csvOf(rows).trim().split("\r\n");
    expect(file[0]).toContain("分组,名称,订单,成交额（元）");
    expect(file[1]).toBe("合计,,2,300.01,54.00,51.00,-3.00,246.01,249.01,3.00,2,0,0");
    expect(file.slice(2).map((line) => line.split(",").slice(0, 2).join(" "))).toEqual([
      "类别 日常保洁",
      "方案 生活服务",
      expect.stringContaining("'=周桂芳"),
    ]);
  });
});
