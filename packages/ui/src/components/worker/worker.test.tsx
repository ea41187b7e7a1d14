import { cleanup, fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { renderInApp } from "../../testing.tsx";
import { BarChart } from "../figures/bar-chart.tsx";
import { CrewChoice } from "./crew-choice.tsx";
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

describe("CrewChoice", () => {
  const candidates = ["王强", "李娜", "张伟", "赵敏"].map((name, index) => ({
    id: name,
    name,
    avatarUrl: null,
    level: 2,
    reason: index === 2 ? "那时在休息" : null,
  }));

  function Choosing({ first, onChange }: { readonly first: readonly string[]; readonly onChange: (value: readonly string[]) => void }) {
    const [value, setValue] = useState(first);
    const change = (next: readonly string[]) => {
      setValue(next);
      onChange(next);
    };
    return <CrewChoice label="班组成员" candidates={candidates} most={2} value={value} onChange={change} />;
  }

  const box = (name: string) => screen.getByRole("checkbox", { name: new RegExp(name) });

  it("takes as many as are asked for, says why somebody cannot go, and lets nobody tick them", async () => {
    const onChange = vi.fn();
    await renderInApp(<Choosing first={[]} onChange={onChange} />);
    expect(box("张伟").closest("label")?.textContent).toContain("那时在休息");
    expect(box("张伟")).toHaveProperty("disabled", true);
    fireEvent.click(box("王强"));
    expect(box("赵敏")).toHaveProperty("disabled", false);
    fireEvent.click(box("李娜"));
    expect(onChange).toHaveBeenLastCalledWith(["王强", "李娜"]);
    // Two are asked for: a third takes somebody's place.
    expect(box("赵敏")).toHaveProperty("disabled", true);
    fireEvent.click(box("王强"));
    expect(onChange).toHaveBeenLastCalledWith(["李娜"]);
    expect(box("赵敏")).toHaveProperty("disabled", false);
  });

  it("lets somebody be taken off who was named and cannot go any more", async () => {
    const onChange = vi.fn();
    await renderInApp(<Choosing first={["张伟"]} onChange={onChange} />);
    fireEvent.click(box("张伟"));
    expect(onChange).toHaveBeenLastCalledWith([]);
    expect(box("张伟")).toHaveProperty("disabled", true);
  });
});
