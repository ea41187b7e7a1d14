import { setTimeout as pause } from "node:timers/promises";
import type { SmsProvider } from "@lingong/api";

export interface HttpSmsOptions {
  /** Takes `POST {to, text}` and answers 2xx when it has taken the message over. */
  readonly url: string;
  /** Sent as a bearer token. */
  readonly token: string;
  readonly fetch?: typeof globalThis.fetch;
  readonly timeoutMs?: number;
}

const ATTEMPTS = 3;
const BACKOFF_MS = 300;

/**
 * Hands messages to an operator's own SMS relay over HTTP: the one thing every supplier can be put behind.
 * @throws Error naming the last status, never the message.
 */
export function httpSms(options: HttpSmsOptions): SmsProvider {
  const { url, token, timeoutMs = 8_000 } = options;
  const send = options.fetch ?? globalThis.fetch;
  return {
    async send({ to, text }) {
      let failure = "";
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        if (attempt > 0) await pause(BACKOFF_MS * 2 ** (attempt - 1));
        try {
          const response = await send(url, {
            method: "POST",
            headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
            body: JSON.stringify({ to, text }),
            redirect: "error",
            signal: AbortSignal.timeout(timeoutMs),
          });
          await response.body?.cancel();
          if (response.ok) return;
          failure = `status ${response.status}`;
          if (response.status < 500 && response.status !== 429) break;
        } catch (error) {
          failure = error instanceof Error ? error.name : "unknown";
        }
      }
      throw new Error(`the SMS relay did not take a message: ${failure}`);
    },
  };
}
