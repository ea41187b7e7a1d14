import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { renderInApp, testNow } from "../../testing.tsx";
import { Chat, type ChatProps } from "./chat.tsx";
import { ChatLink } from "./chat-link.tsx";
import type { SaidMessage } from "./types.ts";

// jsdom neither scrolls nor loads fonts.
vi.stubGlobal("scrollTo", vi.fn());
Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true });
afterEach(cleanup);

const at = new Date(testNow).toISOString();
const said = (number: number, change: Partial<SaidMessage> = {}): SaidMessage => ({
  id: `m${number}`,
  number,
  side: "worker",
  mine: false,
  text: `第 ${number} 条`,
  warnings: [],
  withheld: false,
  at,
  ...change,
});

const calls = { onDraft: vi.fn(), onSend: vi.fn(), onRetry: vi.fn(), onDiscard: vi.fn() };
afterEach(() => vi.clearAllMocks());

const talk = (change: Partial<ChatProps> = {}) => (
  <Chat
    {...{ side: "customer", otherName: "周桂芳", said: [], unsent: [], readByOther: 0, open: true, closesAt: null }}
    {...{ onOlder: null, loadingOlder: false, draft: "" }}
    {...calls}
    {...change}
  />
);
const field = () => screen.getByRole("textbox", { name: "给周桂芳发消息" });
const type = (text: string) => fireEvent.change(field(), { target: { value: text } });

describe("Chat", () => {
  it("says who said what in a log, how far one was read, and what the guard says to both", async () => {
    await renderInApp(
      talk({
        said: [
          said(1),
          said(2, { mine: true, side: "customer", text: "打 ***********", warnings: ["mobile_number"] }),
          said(3, { mine: true, side: "customer" }),
          said(4, { text: null, withheld: true, warnings: ["code_request"] }),
          said(5, { text: null }),
        ],
        readByOther: 2,
      }),
    );
    const log = within(screen.getByRole("log", { name: "消息记录" }));
    expect(log.getByText("第 1 条").textContent).toBe("周桂芳: 第 1 条");
    expect(log.getByText("打 ***********").textContent).toBe("您: 打 ***********");
    expect(log.getAllByText(/^(已读|送达)$/).map(({ textContent }) => textContent)).toEqual(["已读", "送达"]);
    expect(log.queryAllByText(/^手机号已遮住/)).toHaveLength(1);
    expect(log.queryAllByText("对方的一条消息在要验证码，已被拦下。")).toHaveLength(1);
    expect(log.queryAllByText("（账号已注销，内容不可见）")).toHaveLength(1);
    expect(log.getAllByText("3月17日 周二")).toHaveLength(1);
  });

  it("sends what was typed by button or Enter, not while an input method composes; one tap says a quick reply", async () => {
    await renderInApp(talk({ draft: "东门" }));
    expect(field()).toHaveProperty("value", "东门");
    fireEvent.keyDown(field(), { key: "Enter", isComposing: true });
    fireEvent.keyDown(field(), { key: "Enter", shiftKey: true });
    expect(calls.onSend).not.toHaveBeenCalled();
    fireEvent.keyDown(field(), { key: "Enter" });
    expect(calls.onSend.mock.calls).toEqual([["东门"]]);
    expect(calls.onDraft).toHaveBeenLastCalledWith("");
    type("   ");
    expect(screen.getByRole("button", { name: "发送" })).toHaveProperty("disabled", true);
    type(" 门禁 1202# ");
    fireEvent.click(screen.getByRole("button", { name: "发送" }));
    fireEvent.click(screen.getByRole("button", { name: "我在家" }));
    expect(calls.onSend.mock.calls).toEqual([["东门"], ["门禁 1202#"], ["我在家"]]);
    type("长".repeat(460));
    expect(screen.queryAllByText("还可写 40 字")).toHaveLength(1);
  });

  it("keeps what has not arrived, says why, and offers to send it again or let it be", async () => {
    const unsent = { text: "五分钟到", writtenAt: at };
    await renderInApp(
      talk({
        unsent: [
          { ...unsent, key: "a", state: "sending", code: null },
          { ...unsent, key: "b", state: "refused", code: "chat_closed" },
        ],
      }),
    );
    expect(screen.queryAllByText("正在发")).toHaveLength(1);
    expect(screen.queryAllByText(/^聊天已经结束/)).toHaveLength(1);
    fireEvent.click(screen.getByRole("button", { name: "再发一次" }));
    fireEvent.click(screen.getByRole("button", { name: "不发了" }));
    expect([calls.onRetry.mock.calls, calls.onDiscard.mock.calls]).toEqual([[["b"]], [["b"]]]);
  });

  it("is read only when it has ended", async () => {
    await renderInApp(talk({ said: [said(1)], open: false, closesAt: at }));
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(screen.queryAllByText("聊天已结束，只能看。有问题请联系客服。")).toHaveLength(1);
  });
});

describe("ChatLink", () => {
  it("leads to the conversation with the last words and the unread count", async () => {
    const view = await renderInApp(<ChatLink href="/orders/o/chat" otherName="周桂芳" last={said(3)} unread={2} />);
    expect(screen.getByRole("link").textContent).toBe("22 条未读“第 3 条”13:36");
    view.again(<ChatLink href="/orders/o/chat" otherName="周桂芳" last={null} unread={0} />);
    expect(screen.getByRole("link", { name: "给周桂芳发消息" })).toHaveProperty("pathname", "/orders/o/chat");
  });
});
