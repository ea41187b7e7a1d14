import { randomUUID } from "node:crypto";
import type { Clock, SentMessage, SmsInbox } from "@lingong/api";

export interface DevelopmentSmsOptions {
  readonly clock: Clock;
  /** How many messages are kept, the newest; the rest is forgotten. */
  readonly keep?: number;
}

/**
 * Sends nothing: keeps the newest messages in memory for the development inbox. Nothing is written anywhere, and
 * nothing is logged (§9).
 */
export function developmentSms(options: DevelopmentSmsOptions): SmsInbox {
  const { clock, keep = 500 } = options;
  const sent: SentMessage[] = [];
  return {
    async send(message) {
      sent.unshift({ ...message, id: randomUUID(), at: clock.now() });
      if (sent.length > keep) sent.length = keep;
    },
    messages: (to) => (to === undefined ? [...sent] : sent.filter((message) => message.to === to)),
  };
}
