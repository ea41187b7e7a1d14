import type { MessageView } from "@lingong/contracts";
import { type Message, users } from "@lingong/db";
import { chatWarnings } from "@lingong/domain";
import type { Services } from "../kernel/context.ts";
import { iso } from "../kernel/iso.ts";
import type { WrappedKey } from "../ports/secrets.ts";

/** Sealed words are bound to the message they belong to. */
export const messagePurpose = (messageId: string): string => `message:${messageId}`;

/** Who reads: what was withheld is read by its author and by admins only. */
export interface MessageReader {
  readonly userId: string;
  readonly admin: boolean;
}

export function readsText({ withheld, senderId }: Pick<Message, "withheld" | "senderId">, { admin, userId }: MessageReader): boolean {
  return admin || !withheld || senderId === userId;
}

/** The keys of those who wrote; without a key (the account was deleted) there are no words. */
export async function senderKeys({ db }: Services, said: readonly Message[]): Promise<ReadonlyMap<string, WrappedKey>> {
  const ids = [...new Set(said.map(({ senderId }) => senderId))];
  const keys = await Promise.all(ids.map(async (id) => [id, await users.findKey(db, id)] as const));
  return new Map(keys.flatMap(([id, key]) => (key === null ? [] : [[id, key]])));
}

export function openText({ secrets }: Services, { id, senderId, textCipher }: Message, keys: ReadonlyMap<string, WrappedKey>): string | null {
  const key = keys.get(senderId);
  return key === undefined ? null : secrets.open(key, messagePurpose(id), textCipher);
}

/** Messages as one reader may see them. */
export async function messageViews(services: Services, said: readonly Message[], reader: MessageReader): Promise<MessageView[]> {
  const keys = await senderKeys(services, said);
  return said.map((message) => ({
    id: message.id,
    number: message.number,
    side: message.side,
    mine: message.senderId === reader.userId,
    text: readsText(message, reader) ? openText(services, message, keys) : null,
    warnings: chatWarnings.filter((warning) => message.flags.includes(warning)),
    withheld: message.withheld,
    at: iso(message.createdAt),
  }));
}
