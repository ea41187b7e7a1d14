import { credentials } from "@lingong/db";
import { Secret, TOTP } from "otpauth";
import type { Services } from "../kernel/context.ts";
import { fail } from "../kernel/domain-exception.ts";
import { spendCode } from "./codes.ts";
import { openSealed } from "./people.ts";

const PERIOD_SECONDS = 30;

/**
 * An admin's second factor: the authenticator's code once one is confirmed (a code counts once), else a phone code.
 * Errors: `code_wrong`, and those of a phone code.
 */
export async function spendSecondFactor(services: Services, userId: string, phone: string, code: string): Promise<void> {
  const factor = await credentials.findSecondFactor(services.db, userId);
  if (factor === null || factor.confirmedAt === null) return spendCode(services, phone, code);
  const secret = await openSealed(services, userId, "second-factor", factor.secretCipher);
  if (secret === null) return fail("code_wrong");
  const now = services.clock.now();
  const delta = new TOTP({ secret: Secret.fromBase32(secret), period: PERIOD_SECONDS }).validate({ token: code, timestamp: now, window: 1 });
  if (delta === null) return fail("code_wrong");
  const step = Math.floor(now / (PERIOD_SECONDS * 1_000)) + delta;
  if (!(await credentials.spendSecondFactorStep(services.db, { userId, step, now }))) fail("code_wrong");
}
