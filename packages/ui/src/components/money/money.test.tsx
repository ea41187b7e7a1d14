import { cleanup, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { renderInApp } from "../../testing.tsx";
import { MoneyList } from "./money-list.tsx";
import { Price } from "./price.tsx";
import { PriceBand } from "./price-band.tsx";
import { SplitBar, type SplitPart, splitTotal } from "./split-bar.tsx";

afterEach(cleanup);

const parts: readonly SplitPart[] = [
  { kind: "refund", fen: 1_250 },
  { kind: "worker", label: "周桂芳到手", rate: 8_500, fen: 13_812 },
  { kind: "platform", rate: 1_500, fen: 2_438 },
];

describe("Price", () => {
  it("reads as one amount, sign and fen included", async () => {
    const { container } = await renderInApp(<Price fen={126_348} size={40} />);
    expect(container.textContent).toContain("¥1,263.48");
  });

  it("shows a negative amount with a true minus", async () => {
    const { container } = await renderInApp(<Price fen={-2_438} label="平台" />);
    expect(container.textContent).toContain("\u2212¥24.38");
  });
});

describe("SplitBar", () => {
  it("puts worker, platform and refund in this order, to scale, and they sum to the total", async () => {
    const { container } = await renderInApp(<SplitBar parts={parts} />);
    const drawn = [...container.querySelectorAll<HTMLElement>("[aria-hidden] > span[style]")].map((part) => Number(part.style.flexGrow));
    expect(drawn).toEqual([13_812, 2_438, 1_250]);
    expect(splitTotal(parts)).toBe(17_500);
    expect(screen.getAllByRole("definition").map((one) => one.textContent)).toEqual(["¥138.12", "¥24.38", "¥12.50"]);
  });

  it("is read as one sentence when it has no legend", async () => {
    await renderInApp(<SplitBar parts={parts} legend="none" />);
    expect(screen.getByRole("img").getAttribute("aria-label")).toBe("分成：周桂芳到手 ¥138.12，平台 ¥24.38，退回 ¥12.50");
  });

  it("draws nothing for a part of zero, but names it", async () => {
    const { container } = await renderInApp(
      <SplitBar
        parts={[
          { kind: "worker", fen: 100 },
          { kind: "platform", fen: 0 },
        ]}
      />,
    );
    expect(container.querySelectorAll("[aria-hidden] > span[style]")).toHaveLength(1);
    expect(screen.queryAllByText("¥0.00")).toHaveLength(1);
  });
});

describe("PriceBand", () => {
  it("says in words where the price lies", async () => {
    await renderInApp(<PriceBand low={8_000} median={9_000} high={10_500} asked={9_500} labels="all" askedLabel="您" />);
    expect(screen.getByRole("img").getAttribute("aria-label")).toBe("同城行情：四分之一低于 ¥80，中位 ¥90，四分之一高于 ¥105；报价 ¥95.00");
  });

  it("keeps a price far outside inside its axis", async () => {
    const { container } = await renderInApp(<PriceBand low={8_000} median={9_000} high={10_500} asked={50_000} from={0} to={20_000} />);
    const places = [...container.querySelectorAll<HTMLElement>("[style]")].map((one) => one.style.left).filter(Boolean);
    expect(places).toContain("100%");
  });
});

describe("MoneyList", () => {
  it("names each amount and the total", async () => {
    await renderInApp(<MoneyList lines={[{ key: "paid", label: "已预付", fen: 15_000 }]} total={{ label: "退回", fen: 7_500 }} />);
    expect(screen.getAllByRole("term").map((one) => one.textContent)).toEqual(["已预付", "退回"]);
    expect(screen.queryAllByText("¥75.00")).toHaveLength(1);
  });
});
