import type { RequestCodeInput, RequestCodeOutput } from "@lingong/contracts";
import { codes } from "@lingong/db";
import { DAY, defaultPolicy, maskPhone, parseMobileNumber } from "@lingong/domain";
import type { Context, Services } from "../kernel/context.ts";
import { fail, unwrap } from "../kernel/domain-exception.ts";
import { iso } from "../kernel/iso.ts";
import { serialiser } from "../kernel/serialise.ts";
import { newCode } from "./token.ts";

const rules = defaultPolicy.access;
const onePhoneAtATime = serialiser();

/** A mobile number from what people type, full-width digits included. */
export function readPhone(typed: string): string {
  return unwrap(parseMobileNumber(typed.normalize("NFKC")));
}

function codeHash(services: Services, phone: string, code: string): Uint8Array {
  return services.secrets.keyedHash("sign-in-code", `${phone}:${code}`);
}

/** Refuses a code asked for too soon or too often (§9): 60 s between two, 10 a day. */
async function checkFrequency(services: Services, phoneHash: Uint8Array, now: number): Promise<number> {
  const sent = await codes.listSent(services.db, phoneHash, now - DAY);
  const newest = sent[0];
  if (newest !== undefined && now < newest.createdAt + rules.codeResend) fail("code_too_soon", { retryAt: iso(newest.createdAt + rules.codeResend) });
  if (sent.length >= rules.codesADay) fail("code_daily_limit", { limit: rules.codesADay });
  return sent.length;
}

/** Sends a six-digit code. The code itself is in the message and, as a keyed hash, in the database; nowhere else. */
export async function requestCode(ctx: Context, input: RequestCodeInput): Promise<RequestCodeOutput> {
  const { services } = ctx;
  const phone = readPhone(input.phone);
  if (!(await services.limiter.allow("code_by_address", ctx.address))) fail("rate_limited");
  const demoCode = services.demoCodes.get(phone);
  return onePhoneAtATime(phone, async () => {
    const now = services.clock.now();
    const phoneHash = services.secrets.keyedHash("phone", phone);
    // Demo numbers (development only) are nobody's phone: their fixed code may be asked for at any time.
    const sentBefore = demoCode === undefined ? await checkFrequency(services, phoneHash, now) : 0;
    const code = demoCode ?? newCode();
    const expiresAt = now + rules.codeLives;
    await codes.insert(services.db, { phoneHash, codeHash: codeHash(services, phone, code), now, expiresAt });
    await services.sms.send({ to: `+86${phone}`, text: `【零工】验证码 ${code}，5 分钟内有效。任何人索要都不要给。`, code });
    return {
      sentTo: maskPhone(phone),
      expiresAt: iso(expiresAt),
      resendAt: iso(now + rules.codeResend),
      triesLeft: rules.codeTries,
      codesLeftToday: Math.max(0, rules.codesADay - sentBefore - 1),
    };
  });
}

/** Uses up the phone's newest code, or refuses: `code_wrong`, `code_expired`, `code_too_many_tries`. Each try counts. */
export async function spendCode(services: Services, phone: string, typed: string): Promise<void> {
  const code = typed.normalize("NFKC").replaceAll(/\s/g, "");
  const now = services.clock.now();
  const phoneHash = services.secrets.keyedHash("phone", phone);
  const verdict = await codes.tryCode(services.db, { phoneHash, codeHash: codeHash(services, phone, code), now, triesAtMost: rules.codeTries });
  switch (verdict) {
    case "right":
      return;
    case "wrong":
      return fail("code_wrong");
    case "none":
    case "expired":
      return fail("code_expired");
    case "too_many_tries":
      return fail("code_too_many_tries", { tries: rules.codeTries });
  }
}
