import type { PushProvider } from "@lingong/api";

/**
 * No push service is configured: phones whose app is closed are not rung. Nothing is lost by it, since every message
 * also stands in the feed, which the app reads when it opens.
 */
export function withoutPush(): PushProvider {
  return { publicKey: null, accepts: () => false, push: async () => "gone" };
}
