import type { CheckoutState } from "../payments/checkouts.ts";
import { type Html, html } from "./html.ts";
import { icons } from "./icons.ts";
import { layout } from "./layout.ts";
import { fill, formatFen, type Language, messagesOf } from "./messages.ts";

export type PageState = Exclude<CheckoutState, "open"> | "not_found" | "wrong" | "invalid";

export interface StatePageOptions {
  readonly state: PageState;
  readonly language: Language;
  readonly nonce: string;
  readonly path: string;
  readonly amountFen?: number;
  /** Where the customer goes on; null when nobody knows. */
  readonly returnUrl: string | null;
}

function words(state: PageState, language: Language, amountFen: number): { icon: Html; title: string; hint: string; bad: boolean } {
  const m = messagesOf(language);
  switch (state) {
    case "processing":
      return { icon: icons.waiting, title: m.processing, hint: m.processingHint, bad: false };
    case "paid":
      return { icon: icons.tick, title: fill(m.paid, { amount: formatFen(amountFen) }), hint: m.paidHint, bad: false };
    case "cancelled":
      return { icon: icons.cross, title: m.cancelled, hint: m.cancelledHint, bad: false };
    case "expired":
      return { icon: icons.cross, title: m.expired, hint: m.expiredHint, bad: true };
    case "not_found":
      return { icon: icons.cross, title: m.notFound, hint: m.notFoundHint, bad: true };
    case "invalid":
      return { icon: icons.cross, title: m.wrong, hint: m.invalidHint, bad: true };
    case "wrong":
      return { icon: icons.cross, title: m.wrong, hint: m.wrongHint, bad: true };
  }
}

/** The page of a session that asks nothing any more: waiting, over, or never there. */
export function statePage(options: StatePageOptions): string {
  const { state, language, nonce, path, returnUrl } = options;
  const m = messagesOf(language);
  const { icon, title, hint, bad } = words(state, language, options.amountFen ?? 0);
  const again = `${path}?lang=${language}`;
  const button = state === "processing" ? html`<a class="button" href="${again}">${m.refresh}</a>` : null;
  const back = returnUrl === null || state === "processing" ? null : html`<a class="button" href="${returnUrl}">${m.back}</a>`;
  const body = html`<section class="card state${bad ? " bad" : ""}" role="status"><span class="tile">${icon}</span><h1>${title}</h1><p>${hint}</p>${button}${back}</section>`;
  const page = { language, title, nonce, body, path };
  if (state === "processing") return layout({ ...page, goOn: { seconds: 1, url: again } });
  return state === "paid" && returnUrl !== null ? layout({ ...page, goOn: { seconds: 2, url: returnUrl } }) : layout(page);
}
