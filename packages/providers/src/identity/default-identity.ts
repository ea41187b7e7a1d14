import { setTimeout as pause } from "node:timers/promises";
import type { Clock, IdentityProvider } from "@lingong/api";
import { checkIdentityNumber, type Policy } from "@lingong/domain";

export interface DefaultIdentityOptions {
  readonly clock: Clock;
  readonly policy: Policy;
  /** The day that decides an age is this zone's. */
  readonly zone?: string;
  /** How long an answer takes, milliseconds. */
  readonly answersAfterMs?: number;
}

/** Two to thirty letters: Chinese with `·` between parts, or Latin words. */
function isRealName(name: string): boolean {
  return (
    /^(?=.{2,30}$)[\p{Script=Han}]+(·[\p{Script=Han}]+)*$/u.test(name) || /^(?=.{2,60}$)\p{Script=Latin}+([ '’-]\p{Script=Latin}+)*$/u.test(name)
  );
}

/**
 * Judges by the rule book alone (§9: form, real date, checksum, age) and answers after a moment, as a registry does.
 * It cannot know whether name and number belong together. Nothing is kept or logged.
 */
export function defaultIdentity(options: DefaultIdentityOptions): IdentityProvider {
  const { clock, policy, zone = "Asia/Shanghai", answersAfterMs = 250 } = options;
  return {
    async check({ realName, idNumber }) {
      await pause(answersAfterMs);
      if (!isRealName(realName.trim())) return { state: "refused", field: "realName", reason: "name_invalid" };
      const today = Temporal.Instant.fromEpochMilliseconds(clock.now()).toZonedDateTimeISO(zone).toPlainDate().toString();
      const checked = checkIdentityNumber(idNumber.trim(), today, policy.access.ageLeast);
      return checked.ok ? { state: "matches" } : { state: "refused", field: "idNumber", reason: checked.error.code };
    },
  };
}
