import { defaultPolicy, ladderSteps, MINUTE, orderStates, SECOND } from "@lingong/domain";
import { act, cleanup, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { renderInApp, testNow } from "../../testing.tsx";
import { CancellationLadder } from "./cancellation-ladder.tsx";
import { Countdown, CountdownRing } from "./countdown.tsx";
import { StatusChip } from "./status-chip.tsx";
import { Steps } from "./steps.tsx";
import { Timeline } from "./timeline.tsx";

afterEach(cleanup);

describe("Countdown", () => {
  let now = testNow;
  beforeEach(() => {
    now = testNow;
    vi.useFakeTimers();
  });
  afterEach(() => vi.useRealTimers());

  async function pass(milliseconds: number) {
    now += milliseconds;
    await act(() => vi.advanceTimersByTimeAsync(2 * SECOND));
  }

  it("counts by the server's clock, says what happens at zero, and ends once", async () => {
    const onEnd = vi.fn();
    const view = await renderInApp(
      <Countdown until={testNow + 90 * SECOND} onEnd={onEnd}>
        后订单关闭
      </Countdown>,
      { readClock: () => now },
    );
    expect(screen.getByRole("timer").textContent).toBe("1:30 后订单关闭");
    await pass(30 * SECOND);
    expect(screen.getByRole("timer").textContent).toBe("1:00 后订单关闭");
    await pass(5 * MINUTE);
    expect(screen.getByRole("timer").textContent).toBe("0:00 后订单关闭");
    await pass(MINUTE);
    expect(onEnd).toHaveBeenCalledTimes(1);
    view.unmount();
  });

  it("shows the largest unit in the ring and the whole in words", async () => {
    const view = await renderInApp(<CountdownRing until={testNow + 27 * MINUTE} total={30 * MINUTE} label="开始前" />, { readClock: () => now });
    expect(screen.queryAllByText("分钟")).toHaveLength(1);
    expect(screen.queryAllByText(/开始前 还剩 27:00/)).toHaveLength(1);
    await pass(30 * MINUTE);
    expect(screen.queryAllByText(/已到时/)).toHaveLength(1);
    view.unmount();
  });
});

describe("CancellationLadder", () => {
  const startsAt = Date.parse("2026-03-20T06:00:00Z");
  const input = { rateFenPerHour: 5_000, authorisedMinutes: 180, headcount: 1, acceptedAt: null, asSoonAsPossible: false };

  it("tells each step in words: from, to, and what it costs", async () => {
    await renderInApp(<CancellationLadder steps={ladderSteps({ ...input, startsAt }, defaultPolicy)} startsAt={startsAt} />);
    const lines = within(screen.getByRole("list", { name: "取消费用" })).getAllByRole("listitem");
    expect(lines.map((line) => line.textContent)).toEqual([
      "现在 到 3月19日 14:00：免费取消",
      "3月19日 14:00 到 3月20日 12:00：取消付 ¥30.00（20\u00a0%）",
      "3月20日 12:00 到 3月20日 14:00：取消付 ¥75.00（50\u00a0%）",
    ]);
  });

  it("leaves out the steps that are over", async () => {
    const soon = testNow + 60 * MINUTE;
    await renderInApp(<CancellationLadder steps={ladderSteps({ ...input, startsAt: soon }, defaultPolicy)} startsAt={soon} />);
    const lines = within(screen.getByRole("list", { name: "取消费用" })).getAllByRole("listitem");
    expect(lines.map((line) => line.textContent)).toEqual(["现在 到 3月17日 14:36：取消付 ¥75.00（50\u00a0%）"]);
  });
});

describe("StatusChip", () => {
  it("has an icon and a word for every state in both languages", async () => {
    for (const language of ["zh-CN", "en"] as const) {
      const all = orderStates.map((state) => <StatusChip key={state} state={state} />);
      const { container, unmount } = await renderInApp(<div data-testid="chips">{all}</div>, { language });
      expect(container.querySelectorAll("[data-testid=chips] svg")).toHaveLength(orderStates.length);
      const words = [...container.querySelectorAll("[data-testid=chips] > span")].map((chip) => chip.textContent);
      expect(new Set(words).size).toBe(orderStates.length);
      expect(words.every((word) => word !== null && !word.includes("_"))).toBe(true);
      unmount();
    }
  });
});

describe("Steps", () => {
  it("marks one step as current and tells the others' state in words", async () => {
    const steps = ["付款", "接单", "路上"].map((label) => ({ key: label, label }));
    await renderInApp(<Steps steps={steps} current={1} label="进度" />);
    const items = screen.getAllByRole("listitem");
    expect(items.map((item) => item.textContent)).toEqual(["付款已完成", "接单进行中", "路上未开始"]);
    expect(items.map((item) => item.getAttribute("aria-current"))).toEqual([null, "step", null]);
  });
});

describe("Timeline", () => {
  it("lists what happened in the order given, with its number", async () => {
    await renderInApp(
      <Timeline
        label="证据档案"
        items={[
          { key: "1", title: "到达并走查", code: "E-04", detail: "13:05" },
          { key: "2", title: "开始计时", code: "E-05" },
        ]}
      />,
    );
    expect(screen.getAllByRole("listitem").map((item) => item.textContent)).toEqual(["到达并走查E-0413:05", "开始计时E-05"]);
  });
});
