import { IconHome, IconMessage, IconPlus } from "@tabler/icons-react";
import { cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { renderInApp } from "../../testing.tsx";
import { ActionBar } from "./action-bar.tsx";
import { AppFrame } from "./app-frame.tsx";
import { AppLink, NavigateProvider } from "./navigation.tsx";
import { Page } from "./page.tsx";
import { TabBar } from "./tab-bar.tsx";

afterEach(cleanup);

describe("AppLink", () => {
  it("goes through the app's router on a plain click only", async () => {
    const navigate = vi.fn();
    await renderInApp(
      <NavigateProvider navigate={navigate}>
        <AppLink href="/orders">订单</AppLink>
      </NavigateProvider>,
    );
    const link = screen.getByRole("link", { name: "订单" });
    expect(fireEvent.click(link)).toBe(false);
    expect(navigate.mock.calls).toEqual([["/orders"]]);
    fireEvent.click(link, { ctrlKey: true });
    expect(navigate).toHaveBeenCalledTimes(1);
  });
});

describe("TabBar", () => {
  it("names its places, the one one is at, and what is unread", async () => {
    await renderInApp(
      <TabBar
        current="home"
        items={[
          { key: "home", label: "首页", icon: IconHome, href: "/" },
          { key: "new", label: "下单", icon: IconPlus, href: "/new", prominent: true },
          { key: "messages", label: "消息", icon: IconMessage, href: "/messages", count: 2 },
        ]}
      />,
    );
    expect(screen.getByRole("link", { name: "首页" }).getAttribute("aria-current")).toBe("page");
    expect(screen.queryAllByRole("link", { name: "下单" })).toHaveLength(1);
    expect(screen.queryAllByRole("link", { name: /2 条未读.*消息/ })).toHaveLength(1);
  });
});

describe("Page and ActionBar", () => {
  it("have one heading, the consequence before the buttons, and the next action last", async () => {
    const pay = vi.fn();
    await renderInApp(
      <AppFrame>
        <Page
          title="价格与合同"
          onBack={() => undefined}
          actions={{ primary: { label: "签署并支付 ¥150.00", onClick: pay }, secondary: { label: "有问题" }, consequence: "14:32 后订单关闭" }}
        >
          内容
        </Page>
      </AppFrame>,
    );
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("价格与合同");
    expect(screen.getAllByRole("button").map((button) => button.getAttribute("aria-label") ?? button.textContent)).toEqual([
      "返回",
      "有问题",
      "签署并支付 ¥150.00",
    ]);
    const consequence = screen.getByText("14:32 后订单关闭");
    const primary = screen.getByRole("button", { name: "签署并支付 ¥150.00" });
    expect(consequence.compareDocumentPosition(primary) & Node.DOCUMENT_POSITION_FOLLOWING).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    fireEvent.click(primary);
    expect(pay).toHaveBeenCalledTimes(1);
  });

  it("cannot be tapped twice while it works", async () => {
    const pay = vi.fn();
    await renderInApp(<ActionBar primary={{ label: "支付", onClick: pay, loading: true }} />);
    fireEvent.click(screen.getByRole("button"));
    expect(pay).not.toHaveBeenCalled();
  });
});
