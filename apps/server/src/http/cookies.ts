import type { AppName } from "@lingong/contracts";

/** One cookie for each app: signing in as a worker does not sign the customer out. */
export function cookieOf(app: AppName): string {
  return `lingong_${app}`;
}
