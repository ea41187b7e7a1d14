import { setTimeout as pause } from "node:timers/promises";
import type { PushProvider } from "@lingong/api";
import webPush from "web-push";

export interface WebPushOptions {
  /** The server's VAPID key pair, base64url; `npx web-push generate-vapid-keys` makes one. */
  readonly publicKey: string;
  readonly privateKey: string;
  /** `mailto:` or `https:`: whom a push service may ask about our messages. */
  readonly subject: string;
  /** Push services we send to, as hosts; `*.` in front takes the hosts below as well. Default: those of the browsers. */
  readonly hosts?: readonly string[];
  readonly timeoutMs?: number;
}

const browsersHosts = [
  "fcm.googleapis.com",
  "updates.push.services.mozilla.com",
  "*.push.services.mozilla.com",
  "web.push.apple.com",
  "*.push.apple.com",
  "*.notify.windows.com",
];
const ATTEMPTS = 3;
const BACKOFF_MS = 300;
const goneStatuses = new Set([404, 410]);

function isHostOf(host: string, pattern: string): boolean {
  return pattern.startsWith("*.") ? host.endsWith(pattern.slice(1)) : host === pattern;
}

/** A host of the list, over HTTPS; plain HTTP only where the list names the port too: a stand-in on this machine. */
function acceptsAt(hosts: readonly string[]) {
  return (endpoint: string): boolean => {
    if (!URL.canParse(endpoint)) return false;
    const { protocol, host, username, password } = new URL(endpoint);
    if (username !== "" || password !== "") return false;
    return hosts.some(
      (pattern) => (protocol === "https:" && isHostOf(host, pattern)) || (protocol === "http:" && /:\d+$/.test(pattern) && host === pattern),
    );
  };
}

/**
 * Rings browsers by Web Push (RFC 8030): sealed for the one browser (RFC 8291), signed by our VAPID key (RFC 8292). Each attempt
 * has a time-out; what a service refuses for the moment is tried three times.
 * @throws Error (from the constructor) when the keys are none; from `push` naming the last status, never the address.
 */
export function webPushProvider(options: WebPushOptions): PushProvider {
  const { publicKey, privateKey, subject, hosts = browsersHosts, timeoutMs = 8_000 } = options;
  const vapidDetails = { publicKey, privateKey, subject };
  // Signing once shows what is wrong with the keys at the start instead of at the first message.
  webPush.getVapidHeaders("https://fcm.googleapis.com", subject, publicKey, privateKey, "aes128gcm");
  return {
    publicKey,
    accepts: acceptsAt(hosts),
    async push({ endpoint, keys }, message, ttlSeconds) {
      const request = webPush.generateRequestDetails({ endpoint, keys }, JSON.stringify(message), {
        vapidDetails,
        TTL: ttlSeconds,
        urgency: message.kind === "offer" ? "high" : "normal",
        contentEncoding: "aes128gcm",
      });
      let failure = "";
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        if (attempt > 0) await pause(BACKOFF_MS * 2 ** (attempt - 1));
        try {
          const response = await fetch(request.endpoint, {
            method: request.method,
            headers: request.headers as Record<string, string>,
            body: new Uint8Array(request.body ?? []),
            redirect: "error",
            signal: AbortSignal.timeout(timeoutMs),
          });
          await response.body?.cancel();
          if (response.ok) return "sent";
          if (goneStatuses.has(response.status)) return "gone";
          failure = `status ${response.status}`;
          if (response.status < 500 && response.status !== 429) break;
        } catch (error) {
          failure = error instanceof Error ? error.name : "unknown";
        }
      }
      throw new Error(`the push service did not take a message: ${failure}`);
    },
  };
}
