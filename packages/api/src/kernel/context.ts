import type { AppName } from "@lingong/contracts";
import type { Database } from "@lingong/db";
import type { Instant } from "@lingong/domain";
import type { SessionCache, SignedIn } from "../accounts/session-cache.ts";
import type { Ports, SmsInbox } from "../ports/index.ts";

/** What every use-case may use: the database, the outside, and what the process is. */
export interface Services extends Ports {
  readonly db: Database;
  /** Whether this is production mode: `development` is null then. */
  readonly production: boolean;
  /** Where browsers find us: the payment page returns there. */
  readonly publicUrl: string;
  readonly sessions: SessionCache;
  readonly limiter: RateLimiter;
  /** Codes that demo phone numbers always get; empty in production. */
  readonly demoCodes: ReadonlyMap<string, string>;
  /** The language of whoever asks, for what cannot be worded on the screen; absent where nobody does (jobs, timers): Chinese. */
  readonly language?: Language;
  /** What only development has; null in production mode. */
  readonly development: Development | null;
}

export type Language = "zh" | "en";

export interface Development {
  readonly inbox: SmsInbox;
  /** Moves the one clock, letting what falls due on the way fire in order; answers how many timers fired. */
  readonly advanceTo: (instant: Instant) => Promise<number>;
}

/** Counts attempts per key; answers false when there were too many. */
export interface RateLimiter {
  allow(rule: RateRule, key: string): Promise<boolean>;
}
export type RateRule = "code_by_address" | "sign_in_by_phone" | "sign_in_by_address" | "write" | "message" | "search" | "team_code";

/** One request. `setCookie` writes (or with null clears) the session cookie of this request's app. */
export interface Context {
  readonly services: Services;
  readonly app: AppName;
  readonly session: SignedIn | null;
  /** Whether a token came with the request that names no living session. */
  readonly tokenRefused: boolean;
  readonly address: string;
  readonly userAgent: string;
  readonly reference: string;
  setCookie(token: string | null, expiresAt: number | null): void;
}
