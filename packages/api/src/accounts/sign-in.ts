import { randomInt } from "node:crypto";
import type { SignInOutput, SignInWithCodeInput, SignInWithPasswordInput } from "@lingong/contracts";
import { credentials, inTransaction, sessions, type User, users } from "@lingong/db";
import { cityOf, DAY, HOUR } from "@lingong/domain";
import type { Context } from "../kernel/context.ts";
import { fail } from "../kernel/domain-exception.ts";
import { readPhone, spendCode } from "./codes.ts";
import { loadMe } from "./me.ts";
import { passwordMatches } from "./password.ts";
import { personKey } from "./people.ts";
import { spendSecondFactor } from "./second-factor.ts";
import { signedInOf } from "./sessions.ts";
import { newToken, tokenHash } from "./token.ts";

const lifetime = { customer: 30 * DAY, worker: 30 * DAY, admin: 12 * HOUR } as const;
const defaultCity = "shanghai";

/** Refuses more attempts than a person makes, by phone and by address. */
async function checkAttempts(ctx: Context, phone: string): Promise<void> {
  const { limiter } = ctx.services;
  const byPhone = await limiter.allow("sign_in_by_phone", phone);
  if (!byPhone || !(await limiter.allow("sign_in_by_address", ctx.address))) fail("rate_limited");
}

/** A name until the person gives one: it must say nothing of the phone number. */
function neutralName(locale: string | undefined): string {
  const digits = randomInt(1_000, 10_000);
  return locale === "en" ? `User ${digits}` : `用户${digits}`;
}

/** The account of a phone number, made when it is new: number and key in one transaction. */
async function findOrCreate(
  ctx: Context,
  phone: string,
  wishes: { readonly locale?: string; readonly cityId?: string },
): Promise<{ user: User; created: boolean }> {
  const { services } = ctx;
  const phoneHash = services.secrets.keyedHash("phone", phone);
  const known = await users.findByPhoneHash(services.db, phoneHash);
  if (known !== null) return { user: known, created: false };
  const now = services.clock.now();
  const wrappedKey = services.secrets.newPersonKey();
  const cityId = wishes.cityId !== undefined && cityOf(wishes.cityId) !== null ? wishes.cityId : defaultCity;
  return inTransaction(services.db, async (transaction) => {
    const made = await users.insertOrFind(transaction, {
      displayName: neutralName(wishes.locale),
      locale: wishes.locale,
      cityId,
      phoneCipher: services.secrets.seal(wrappedKey, "phone", phone),
      phoneHash,
      createdAt: now,
    });
    if (made.created) await users.insertKey(transaction, { userId: made.user.id, wrappedKey, now });
    return made;
  });
}

/** Opens a session of this request's app and hands it over: to a browser as a cookie it cannot read, to a Node client as a token. */
export async function openSession(
  ctx: Context,
  user: User,
  how: { readonly transport?: "cookie" | "bearer"; readonly deviceName?: string; readonly created?: boolean },
): Promise<SignInOutput> {
  const { services, app } = ctx;
  const now = services.clock.now();
  const token = newToken();
  const hash = tokenHash(token) ?? fail("internal");
  const session = await sessions.insert(services.db, {
    tokenHash: Buffer.from(hash, "hex"),
    userId: user.id,
    app,
    deviceName: how.deviceName ?? ctx.userAgent.slice(0, 40),
    now,
    expiresAt: now + lifetime[app],
  });
  if (how.transport !== "bearer") ctx.setCookie(token, session.expiresAt);
  const me = await loadMe({ ...ctx, session: signedInOf(session, user) }, how.created ?? false);
  return { me, token: how.transport === "bearer" ? token : null };
}

/** Signs in by phone code; a new number is a new account. The admin app asks for a password as well. */
export async function signInWithCode(ctx: Context, input: SignInWithCodeInput): Promise<SignInOutput> {
  const phone = readPhone(input.phone);
  if (ctx.app === "admin") fail("wrong_role");
  await checkAttempts(ctx, phone);
  await spendCode(ctx.services, phone, input.code);
  const { user, created } = await findOrCreate(ctx, phone, input);
  if (user.status !== "active") fail("account_suspended");
  if (ctx.app === "customer" && !user.isCustomer) await users.update(ctx.services.db, user.id, { isCustomer: true });
  return openSession(ctx, user, { ...input, created });
}

/** Signs in by password; in the admin app with a second factor: the authenticator's code where there is one, else a phone code. */
export async function signInWithPassword(ctx: Context, input: SignInWithPasswordInput): Promise<SignInOutput> {
  const { services } = ctx;
  const phone = readPhone(input.phone);
  await checkAttempts(ctx, phone);
  const user = await users.findByPhoneHash(services.db, services.secrets.keyedHash("phone", phone));
  const stored = user === null ? null : await credentials.findPasswordHash(services.db, user.id);
  const matches = await passwordMatches(stored, input.password);
  if (user === null || !matches) return fail("password_wrong");
  if (user.status !== "active") fail("account_suspended");
  if (ctx.app === "admin") {
    if (user.adminRoles.length === 0) fail("wrong_role");
    await spendSecondFactor(services, user.id, phone, input.code ?? "");
  }
  if (ctx.app === "customer" && !user.isCustomer) await users.update(services.db, user.id, { isCustomer: true });
  // The key exists from the account's first day; accounts brought in from elsewhere get theirs here.
  await personKey(services, user.id);
  return openSession(ctx, user, input);
}
