import type { Instant } from "@lingong/domain";

/** A text message to a phone number in E.164 (`+8613800138000`). `code` repeats the code inside the text, where there is one. */
export interface TextMessage {
  readonly to: string;
  readonly text: string;
  readonly code: string | null;
}

export interface SmsProvider {
  send(message: TextMessage): Promise<void>;
}

/** What the default provider would have sent. */
export interface SentMessage extends TextMessage {
  readonly id: string;
  readonly at: Instant;
}

/** The development inbox: a provider that keeps what it sends. Absent in production mode. */
export interface SmsInbox extends SmsProvider {
  /** Newest first, of one number or of all. */
  messages(to?: string): readonly SentMessage[] | Promise<readonly SentMessage[]>;
}
