import { cleanup, fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { renderInApp } from "../../testing.tsx";
import { Level } from "./level.tsx";
import { Rating, StarsInput } from "./stars.tsx";
import { TrustCard } from "./trust-card.tsx";

afterEach(cleanup);

function Choosing() {
  const [stars, setStars] = useState(0);
  return <StarsInput value={stars} onChange={setStars} label="评价周桂芳" />;
}

describe("StarsInput", () => {
  const checked = () => screen.getAllByRole("radio").find((star) => star.getAttribute("aria-checked") === "true");

  it("starts with nothing chosen and one star in reach of the keyboard", async () => {
    await renderInApp(<Choosing />);
    expect(checked()).toBeUndefined();
    expect(screen.getAllByRole("radio").map((star) => star.tabIndex)).toEqual([0, -1, -1, -1, -1]);
  });

  it("is moved by arrows, Home and End, within one and five, and says the word", async () => {
    await renderInApp(<Choosing />);
    const group = screen.getByRole("radiogroup", { name: "评价周桂芳" });
    fireEvent.keyDown(group, { key: "End" });
    expect(checked()?.getAttribute("aria-label")).toBe("5 星 非常好");
    fireEvent.keyDown(group, { key: "ArrowRight" });
    expect(checked()?.getAttribute("aria-label")).toBe("5 星 非常好");
    fireEvent.keyDown(group, { key: "ArrowLeft" });
    expect(checked()?.getAttribute("aria-label")).toBe("4 星 满意");
    expect(document.activeElement).toBe(checked());
    fireEvent.keyDown(group, { key: "Home" });
    expect(checked()?.getAttribute("aria-label")).toBe("1 星 很差");
  });

  it("is chosen by a tap", async () => {
    await renderInApp(<Choosing />);
    fireEvent.click(screen.getByRole("radio", { name: /^3 星/ }));
    expect(checked()?.getAttribute("data-stars")).toBe("3");
  });
});

describe("Rating and Level", () => {
  it("say their number, and that there is none", async () => {
    await renderInApp(
      <>
        <Rating value={4.86} />
        <Rating value={null} />
        <Level level={1} pending />
      </>,
    );
    expect(screen.queryAllByRole("img", { name: "4.9 星，满分 5 星" })).toHaveLength(1);
    expect(screen.queryAllByText("还没有评价")).toHaveLength(1);
    expect(screen.queryAllByText("Lv1")).toHaveLength(1);
    expect(screen.queryAllByText("待提升")).toHaveLength(1);
  });
});

describe("TrustCard", () => {
  const person = { name: "王先生", rating: 4.8, together: 0, completed: 14, reviewed: 12, cancelled: 0, disputesLost: 0 };

  it("says that there are no flags", async () => {
    await renderInApp(<TrustCard {...person} district="桂溪街道" flags={[]} />);
    expect(screen.queryAllByText("无风险标记")).toHaveLength(1);
    expect(screen.queryAllByText("桂溪街道 · 第一次合作")).toHaveLength(1);
    expect(screen.getAllByRole("definition").map((one) => one.textContent)).toEqual(["14", "12", "0", "0"]);
  });

  it("names each flag", async () => {
    await renderInApp(<TrustCard {...person} together={3} flags={["far", "new_customer"]} />);
    expect(screen.queryAllByText("距离偏远")).toHaveLength(1);
    expect(screen.queryAllByText("新客户")).toHaveLength(1);
    expect(screen.queryAllByText("合作 3 次")).toHaveLength(1);
  });
});
