import { randomBytes } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type pg from "pg";
import { z } from "zod";
import { GatewayError } from "../errors.ts";
import { checkoutPage } from "../page/checkout-page.ts";
import { chooseLanguage, type Language } from "../page/messages.ts";
import { type PageState, statePage } from "../page/state-page.ts";
import { type CheckoutRow, cancelCheckout, findCheckout } from "../payments/checkouts.ts";
import { pay, paymentMethods } from "../payments/pay.ts";
import { failureReason, type Scenario } from "../scenario.ts";
import { inTransaction, takeRow } from "../storage/database.ts";
import { check } from "./validation.ts";

export interface CheckoutContext {
  readonly pool: pg.Pool;
  readonly controls: boolean;
  readonly wake: () => void;
}

const params = z.object({ id: z.string().regex(/^cs_[0-9a-f]{32}$/) });
const count = (least: number, most: number) => z.coerce.number().int().min(least).max(most).optional();

/** The form as browsers send it: every field a string, empty ones left out beforehand. */
const payForm = z.strictObject({
  action: z.enum(["pay", "fail", "cancel"]).default("pay"),
  method: z.enum(paymentMethods).default("wallet"),
  lang: z.enum(["zh", "en"]).optional(),
  failReason: failureReason.default("insufficient_funds"),
  delayMs: count(0, 3_600_000),
  webhookDelayMs: count(0, 3_600_000),
  duplicates: count(0, 20),
  loseFirstAttempts: count(0, 20),
  outOfOrder: z.literal("true").optional(),
  captures: count(1, 3),
  capturedFen: count(1, 10_000_000_000),
});
type PayForm = z.infer<typeof payForm>;

function readForm(body: unknown): PayForm {
  const text = Buffer.from(body instanceof Uint8Array ? body : []).toString("utf8");
  return check(payForm, Object.fromEntries([...new URLSearchParams(text)].filter(([, value]) => value !== "")));
}

/** Only wishes that differ from the usual count, so that an untouched form leaves the session's own scenario alone. */
function controlsOf(form: PayForm): Scenario {
  const scenario: Scenario = {};
  if (form.delayMs !== undefined && form.delayMs > 0) scenario.delayMs = form.delayMs;
  if (form.webhookDelayMs !== undefined && form.webhookDelayMs > 0) scenario.webhookDelayMs = form.webhookDelayMs;
  if (form.duplicates !== undefined && form.duplicates > 0) scenario.duplicates = form.duplicates;
  if (form.loseFirstAttempts !== undefined && form.loseFirstAttempts > 0) scenario.loseFirstAttempts = form.loseFirstAttempts;
  if (form.outOfOrder !== undefined) scenario.outOfOrder = true;
  if (form.captures !== undefined && form.captures > 1) scenario.captures = form.captures;
  if (form.capturedFen !== undefined) scenario.capturedFen = form.capturedFen;
  return scenario;
}

/** Where the customer goes back to; the merchant must not trust it, only the webhook. */
function returnUrlOf(checkout: CheckoutRow): string {
  const url = new URL(checkout.return_url);
  url.searchParams.set("checkout", checkout.id);
  url.searchParams.set("result", checkout.state);
  return url.href;
}

function wantsJson(request: FastifyRequest): boolean {
  return (request.headers.accept ?? "").includes("application/json");
}

function sendPage(reply: FastifyReply, status: number, page: { html: string; nonce: string; returnUrl: string | null }) {
  const formTargets = page.returnUrl === null ? "'self'" : `'self' ${new URL(page.returnUrl).origin}`;
  return reply
    .code(status)
    .type("text/html; charset=utf-8")
    .headers({
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      "content-security-policy": `default-src 'none'; img-src data:; style-src 'nonce-${page.nonce}'; script-src 'nonce-${page.nonce}'; form-action ${formTargets}; base-uri 'none'; frame-ancestors 'none'`,
    })
    .send(page.html);
}

function languageOf(request: FastifyRequest, chosen?: string): Language {
  const query = request.query as Readonly<Record<string, unknown>>;
  return chooseLanguage(chosen ?? query.lang, request.headers["accept-language"]);
}

/** Answers a state page for a refusal, in the customer's language. */
function sendRefusal(request: FastifyRequest, reply: FastifyReply, state: PageState, status: number) {
  const nonce = randomBytes(16).toString("base64");
  const path = request.url.split("?")[0] ?? "/";
  return sendPage(reply, status, { html: statePage({ state, language: languageOf(request), nonce, path, returnUrl: null }), nonce, returnUrl: null });
}

async function show(context: CheckoutContext, request: FastifyRequest, reply: FastifyReply, row: CheckoutRow) {
  const nonce = randomBytes(16).toString("base64");
  const language = languageOf(request);
  const now = Date.now();
  const state = row.state === "open" && row.expires_at.getTime() <= now ? "expired" : row.state;
  const returnUrl = returnUrlOf({ ...row, state });
  if (state !== "open") {
    const path = `/checkout/${row.id}`;
    return sendPage(reply, 200, { html: statePage({ state, language, nonce, path, amountFen: row.amount_fen, returnUrl }), nonce, returnUrl });
  }
  const merchant = await takeRow<{ name: string }>(context.pool, "select name from merchants where id = $1", [row.merchant_id]);
  const html = checkoutPage({ checkout: row, merchantName: merchant.name, language, nonce, controls: context.controls, now });
  return sendPage(reply, 200, { html, nonce, returnUrl });
}

/** Where a press leads: back to the merchant when it is over, else back to this page. */
function redirectAfter(reply: FastifyReply, row: CheckoutRow, lang: string | undefined) {
  const over = row.state === "paid" || row.state === "cancelled";
  return reply
    .header("cache-control", "no-store")
    .redirect(over ? returnUrlOf(row) : `/checkout/${row.id}${lang === undefined ? "" : `?lang=${lang}`}`, 303);
}

/** The hosted pages for paying customers, and the form they post. Whoever has the address may pay. */
export function registerCheckout(app: FastifyInstance, context: CheckoutContext): void {
  const { pool } = context;

  app.get("/checkout/:id", async (request, reply) => {
    const row = await findCheckout(pool, check(params, request.params).id);
    if (row === null) throw new GatewayError("not_found", "there is no such checkout session");
    return show(context, request, reply, row);
  });

  app.post("/checkout/:id/pay", async (request, reply) => {
    const { id } = check(params, request.params);
    const form = readForm(request.body);
    const fail = form.action === "fail" ? form.failReason : undefined;
    const controls = context.controls ? controlsOf(form) : {};
    if (fail !== undefined && !context.controls) throw new GatewayError("invalid_request", "failures on request are switched off");
    const row = await inTransaction(pool, (connection) =>
      form.action === "cancel" ? cancelCheckout(connection, id) : pay(connection, id, { method: form.method, fail, controls }),
    );
    context.wake();
    if (wantsJson(request)) return { checkoutId: row.id, state: row.state, lastFailure: row.last_failure, returnUrl: returnUrlOf(row) };
    return redirectAfter(reply, row, form.lang);
  });
}

/** The page or JSON of a refusal on the hosted pages. */
export function refuseOnPage(error: GatewayError, status: number, request: FastifyRequest, reply: FastifyReply, asJson: () => unknown) {
  if (wantsJson(request)) return reply.code(status).send(asJson());
  const id = (request.params as { id?: string }).id ?? "";
  if (error.code === "checkout_not_open") return reply.redirect(`/checkout/${id}`, 303);
  const pageOf: PageState = request.method === "GET" && error.code === "invalid_request" ? "not_found" : "invalid";
  if (status >= 500) return sendRefusal(request, reply, "wrong", status);
  return sendRefusal(
    request,
    reply,
    error.code === "not_found" ? "not_found" : pageOf,
    error.code === "invalid_request" && pageOf === "not_found" ? 404 : status,
  );
}
