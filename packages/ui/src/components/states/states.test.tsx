import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { renderInApp, testNow } from "../../testing.tsx";
import { ConnectionBar } from "./connection-bar.tsx";
import { ErrorAlert, knownErrorOf } from "./error-alert.tsx";
import { type QueryLike, QueryView } from "./query-view.tsx";

afterEach(cleanup);

describe("knownErrorOf", () => {
  it("reads the code an API error carries, with its reference and field", () => {
    const error = Object.assign(new Error("refused"), { data: { domain: { code: "offer_taken", reference: "R-1", field: null } } });
    expect(knownErrorOf(error)).toEqual({ code: "offer_taken", reference: "R-1", field: null });
    expect(knownErrorOf({ code: "too_early" })).toEqual({ code: "too_early", reference: null, field: null });
  });

  it("calls a failed fetch unavailable and anything else internal", () => {
    expect(knownErrorOf(new TypeError("Failed to fetch")).code).toBe("unavailable");
    expect(knownErrorOf(Object.assign(new Error("boom"), { data: { httpStatus: 500 } })).code).toBe("internal");
    expect(knownErrorOf("boom").code).toBe("internal");
    expect(knownErrorOf({ code: "no_such_code" }).code).toBe("internal");
  });
});

describe("ErrorAlert", () => {
  it("says the sentence of the code, in both languages, and offers a way on", async () => {
    const retry = vi.fn();
    const view = await renderInApp(<ErrorAlert code="offer_taken" reference="PAY-1" onRetry={retry} />);
    expect(screen.getByRole("alert").textContent).toContain("晚了一步，已有人接走");
    expect(screen.queryAllByText("编号 PAY-1")).toHaveLength(1);
    fireEvent.click(screen.getByRole("button", { name: "再试一次" }));
    expect(retry).toHaveBeenCalledTimes(1);
    view.unmount();
    await renderInApp(<ErrorAlert code="offer_taken" />, { language: "en" });
    expect(screen.getByRole("alert").textContent).toContain("Somebody was a moment faster");
  });
});

describe("QueryView", () => {
  const query = (part: Partial<QueryLike<readonly string[]>>): QueryLike<readonly string[]> => ({
    status: "pending",
    data: undefined,
    error: null,
    refetch: () => undefined,
    ...part,
  });
  const list = (items: readonly string[]) => (
    <ul>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );

  it("shows that it loads", async () => {
    await renderInApp(<QueryView query={query({})}>{list}</QueryView>);
    expect(screen.queryAllByText("正在载入")).toHaveLength(1);
  });

  it("shows what failed and fetches again", async () => {
    const refetch = vi.fn();
    await renderInApp(<QueryView query={query({ status: "error", error: { code: "unavailable" }, refetch })}>{list}</QueryView>);
    fireEvent.click(screen.getByRole("button", { name: "再试一次" }));
    expect(refetch).toHaveBeenCalledTimes(1);
  });

  it("shows that there is nothing, and the content", async () => {
    const view = await renderInApp(<QueryView query={query({ status: "success", data: [] })}>{list}</QueryView>);
    expect(screen.queryAllByText("这里还没有内容")).toHaveLength(1);
    view.again(<QueryView query={query({ status: "success", data: ["一单"] })}>{list}</QueryView>);
    expect(screen.queryAllByText("一单")).toHaveLength(1);
  });

  it("keeps the content when a later fetch fails", async () => {
    await renderInApp(<QueryView query={query({ status: "error", data: ["一单"], error: { code: "unavailable" } })}>{list}</QueryView>);
    expect(screen.queryAllByText("一单")).toHaveLength(1);
    expect(screen.queryByRole("alert")).toBeNull();
  });
});

describe("ConnectionBar", () => {
  const bar = () => screen.getAllByRole("status")[0]?.textContent;

  it("is silent online, and says what is kept when the network is lost", async () => {
    const view = await renderInApp(<ConnectionBar state="online" />);
    expect(bar()).toBe("");
    view.again(<ConnectionBar state="offline" queued={3} />);
    expect(bar()).toBe("没有网络 照常操作，3 项已存手机，联网自动上传");
    view.again(<ConnectionBar state="reconnecting" asOf={testNow} />);
    expect(bar()).toBe("正在重连 页面停在 13:36，恢复后自动补上");
    view.again(<ConnectionBar state="back" />);
    expect(bar()).toBe("网络恢复 从断开的地方接着");
  });
});
