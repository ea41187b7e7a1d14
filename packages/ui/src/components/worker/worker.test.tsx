import { cleanup, fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { renderInApp } from "../../testing.tsx";
import { BarChart } from "../figures/bar-chart.tsx";
import { DayLine } from "./day-line.tsx";
import { ReceiptBars } from "./receipt-bars.tsx";

afterEach(cleanup);

const at = (time: string) => Date.parse(`2026-03-17T${time}:00+08:00`);

describe("ReceiptBars", () => {
  it("says each part against its most, and what the smallest step would add", async () => {
    await renderInApp(
      <ReceiptBars
        total={{ value: 672, most: 1_000, line: 741 }}
        parts={[
          { part: "skill", value: 150, most: 250, couldAdd: 100 },
          { part: "history", value: 0, most: 100 },
        ]}
      />,
    );
    expect(screen.queryAllByText("技能 150，满分 250，这一步能加 100")).toHaveLength(1);
    expect(screen.queryAllByText("合作 0，满分 100")).toHaveLength(1);
    expect(screen.queryAllByText("这一轮的派单线 741")).toHaveLength(1);
  });
});

describe("DayLine", () => {
  it("places blocks to scale, marks now, and opens what can be opened", async () => {
    const open = vi.fn();
    const { container } = await renderInApp(
      <DayLine
        from={at("08:00")}
        to={at("20:00")}
        pixelsPerHour={30}
        blocks={[
          { key: "done", from: at("08:30"), to: at("11:30"), kind: "done", title: "汤臣豪园", fen: 12_750 },
          { key: "next", from: at("14:00"), to: at("17:00"), kind: "next", title: "联洋年华", fen: 12_750, onOpen: open },
        ]}
      />,
    );
    const slots = [...container.querySelectorAll<HTMLElement>("ol > li")];
    expect(slots.map((slot) => [slot.style.top, slot.style.height])).toEqual([
      ["16px", "88px"],
      ["181px", "88px"],
    ]);
    expect(screen.queryAllByText("现在 13:36")).toHaveLength(1);
    fireEvent.click(screen.getByRole("button", { name: /下一单 联洋年华/ }));
    expect(open).toHaveBeenCalledTimes(1);
  });
});

describe("BarChart", () => {
  function Week() {
    const [day, setDay] = useState("2");
    const bars = [1, 2, 3].map((day) => ({ key: String(day), label: `周${day}`, value: day * 100 }));
    return <BarChart label="本周" bars={bars} format={(value) => `¥${value}`} selected={day} onSelect={setDay} />;
  }

  it("reads each bar and moves the choice with the arrow keys, not past the end", async () => {
    await renderInApp(<Week />);
    const chosen = () => screen.getAllByRole("button").find((bar) => bar.getAttribute("aria-pressed") === "true");
    expect(chosen()?.getAttribute("aria-label")).toBe("周2：¥200");
    fireEvent.keyDown(screen.getByRole("list"), { key: "ArrowRight" });
    fireEvent.keyDown(screen.getByRole("list"), { key: "ArrowRight" });
    expect(chosen()?.getAttribute("aria-label")).toBe("周3：¥300");
    expect(screen.getAllByRole("button").map((bar) => bar.tabIndex)).toEqual([-1, -1, 0]);
  });
});
