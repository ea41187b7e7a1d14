import type { SmsInbox } from "@lingong/api";
import type { FastifyInstance } from "fastify";

function asHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

function timeOf(at: number): string {
  return new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", dateStyle: "short", timeStyle: "medium" }).format(at);
}

const style = `body{font:16px/1.5 -apple-system,"PingFang SC","Noto Sans CJK SC",sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1b1f1e;background:#f6f6f3}
article{background:#fff;border-radius:12px;padding:1rem;margin:1rem 0}time,small{color:#656b68}code{font-size:1.75rem;letter-spacing:.2em;font-weight:700}
@media(prefers-color-scheme:dark){body{background:#111413;color:#eceded}article{background:#1a1e1d}time,small{color:#98a19d}}`;

/** What the development SMS provider would have sent, newest first, by itself new every five seconds. */
export function registerInboxPage(app: FastifyInstance, inbox: SmsInbox): void {
  app.get("/dev/inbox", async (_request, reply) => {
    const messages = await inbox.messages();
    const articles = messages.map(
      ({ to, text, code, at }) =>
        `<article><time>${asHtml(timeOf(at))}</time> · ${asHtml(to)}${code === null ? "" : `<p><code>${asHtml(code)}</code></p>`}<p>${asHtml(text)}</p></article>`,
    );
    const body =
      articles.length === 0
        ? "<p>还没有短信。请求一个验证码，它会出现在这里。<br>No messages yet: ask for a code and it appears here.</p>"
        : articles.join("");
    return reply
      .type("text/html; charset=utf-8")
      .header("cache-control", "no-store")
      .header("refresh", "5")
      .send(
        `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>短信 · Inbox</title><style>${style}</style><main><h1>短信收件箱</h1><small>Development inbox</small>${body}</main></html>`,
      );
  });
}
