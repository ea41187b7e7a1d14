import { type Html, html, trusted } from "./html.ts";
import { icons } from "./icons.ts";
import { type Language, messagesOf } from "./messages.ts";
import { pageScript, style } from "./style.ts";

export interface PageOptions {
  readonly language: Language;
  readonly title: string;
  /** Protects the one inline style and script (Content-Security-Policy). */
  readonly nonce: string;
  readonly body: Html;
  /** Address of the same page, for the language link. */
  readonly path: string;
  /** Goes on by itself after a moment. */
  readonly goOn?: { readonly seconds: number; readonly url: string };
}

/** One whole page. */
export function layout(options: PageOptions): string {
  const m = messagesOf(options.language);
  const other = options.language === "zh" ? "en" : "zh";
  const { goOn } = options;
  const withoutScript = goOn === undefined ? null : html`<noscript><meta http-equiv="refresh" content="${goOn.seconds};url=${goOn.url}"></noscript>`;
  const withScript = goOn === undefined ? null : html` data-go-on="${goOn.url}" data-after="${goOn.seconds * 1_000}"`;
  return html`<!doctype html>
<html lang="${m.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
${withoutScript}
<title>${options.title} · ${m.brand}</title>
<style nonce="${options.nonce}">${trusted(style)}</style>
</head>
<body${withScript}>
<header>${icons.brand}<span class="brand">${m.brand}</span><span class="chip">${m.sandbox}</span>
<a class="language" lang="${other === "zh" ? "zh-CN" : "en"}" hreflang="${other}" href="${options.path}?lang=${other}">${m.otherLanguage}</a></header>
<main>${options.body}</main>
<footer>${m.sandboxHint}</footer>
<script nonce="${options.nonce}">${trusted(pageScript)}</script>
</body>
</html>`.html;
}
