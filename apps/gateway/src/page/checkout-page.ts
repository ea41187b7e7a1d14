import type { CheckoutRow } from "../payments/checkouts.ts";
import { failureReasons } from "../scenario.ts";
import { type Html, html } from "./html.ts";
import { icons } from "./icons.ts";
import { layout } from "./layout.ts";
import { failureText, fill, formatFen, type Language, type Messages, messagesOf } from "./messages.ts";

export interface CheckoutPageOptions {
  readonly checkout: CheckoutRow;
  readonly merchantName: string;
  readonly language: Language;
  readonly nonce: string;
  /** Shows the controls that make a payment misbehave. */
  readonly controls: boolean;
  readonly now: number;
}

function amount(fen: number): Html {
  const text = formatFen(fen).slice(1);
  return html`<p class="amount"><small>¥</small>${text.slice(0, -3)}<small>${text.slice(-3)}</small></p>`;
}

function summary(m: Messages, options: CheckoutPageOptions): Html {
  const { checkout, merchantName } = options;
  return html`<section class="card" aria-label="${m.amount}">
<div class="merchant"><span class="mark" aria-hidden="true">${[...merchantName][0] ?? ""}</span><div><div class="label">${m.payTo}</div><h1>${merchantName}</h1></div></div>
<div class="label">${m.amount}</div>${amount(checkout.amount_fen)}
<dl><div><dt>${m.for}</dt><dd>${checkout.description}</dd></div><div><dt>${m.reference}</dt><dd class="small">${checkout.reference}</dd></div></dl>
</section>`;
}

function failedNotice(m: Messages, options: CheckoutPageOptions): Html | null {
  const failure = options.checkout.last_failure;
  if (failure === null) return null;
  return html`<div class="notice" role="alert">${icons.warning}<strong>${fill(m.failedTitle, { reason: failureText(options.language, failure) })}</strong><p>${m.failedSafe}</p></div>`;
}

function choice(value: string, icon: Html, texts: { title: string; hint: string }, checked: boolean): Html {
  const input = checked
    ? html`<input type="radio" name="method" value="${value}" checked required>`
    : html`<input type="radio" name="method" value="${value}" required>`;
  return html`<label class="choice">${icon}<span><strong>${texts.title}</strong><span class="label">${texts.hint}</span></span>${input}</label>`;
}

function choices(name: string, label: string, options: readonly (readonly [string | number, string])[]): Html {
  return html`<label>${label}<select name="${name}">${options.map(([value, text]) => html`<option value="${value}">${text}</option>`)}</select></label>`;
}

function developerControls(m: Messages, language: Language): Html {
  const seconds = (n: number) => [n * 1_000, fill(m.seconds, { n })] as const;
  const times = (counts: readonly number[]) => counts.map((n) => [n, fill(m.times, { n })] as const);
  const waits = [[0, m.atOnce], seconds(3), seconds(10), [60_000, fill(m.minutes, { n: 1 })], [1_200_000, fill(m.minutes, { n: 20 })]] as const;
  return html`<details><summary>${icons.chevron}${m.controls}</summary>
<p class="label">${m.controlsHint}</p>
<div class="grid">
${choices("delayMs", m.delay, waits)}
${choices("webhookDelayMs", m.webhookDelay, waits)}
${choices("duplicates", m.duplicates, [[0, m.never], ...times([1, 2, 5])])}
${choices("loseFirstAttempts", m.lose, [[0, m.none], ...times([1, 3, 6])])}
${choices("captures", m.captures, [[1, m.once], ...times([2, 3])])}
<label class="check"><input type="checkbox" name="outOfOrder" value="true">${m.outOfOrder}</label>
<label class="wide">${m.capturedFen}<input type="number" name="capturedFen" min="1" max="10000000000" step="1" inputmode="numeric"></label>
${choices(
  "failReason",
  m.failReason,
  failureReasons.map((reason) => [reason, failureText(language, reason)] as const),
)}
<label><button class="outline" name="action" value="fail">${m.fail}</button></label>
</div></details>`;
}

function closing(m: Messages, options: CheckoutPageOptions): Html {
  const { expires_at: ends } = options.checkout;
  const time = ends.toLocaleTimeString("en-GB", { timeZone: "Asia/Shanghai", hour: "2-digit", minute: "2-digit" });
  return html`<p class="clock">${icons.clock}<span data-with-script hidden><strong data-ends="${ends.getTime() - options.now}"></strong> ${m.closesIn}</span>
<span data-without-script>${fill(m.closesAt, { time })}</span></p>`;
}

/** The page on which a customer pays an open session. */
export function checkoutPage(options: CheckoutPageOptions): string {
  const { checkout, language, nonce } = options;
  const m = messagesOf(language);
  const path = `/checkout/${checkout.id}`;
  const body = html`${failedNotice(m, options)}
<div class="panes">${summary(m, options)}
<form class="card" method="post" action="${path}/pay">
<input type="hidden" name="lang" value="${language}">
<fieldset><legend>${m.method}</legend>
${choice("wallet", icons.wallet, { title: m.wallet, hint: m.walletHint }, true)}
${choice("bank_card", icons.card, { title: m.bankCard, hint: m.bankCardHint }, false)}
</fieldset>
<div class="actions">${closing(m, options)}
<button name="action" value="pay">${fill(m.pay, { amount: formatFen(checkout.amount_fen) })}</button>
<button class="quiet" name="action" value="cancel" title="${m.cancelHint}">${m.cancel}</button></div>
${options.controls ? developerControls(m, language) : null}
</form></div>`;
  return layout({ language, title: m.title, nonce, body, path });
}
