import { useLastMessage } from "@lingong/client/react";
import type { OrderView } from "@lingong/contracts";
import { ChatLink } from "@lingong/ui";
import { addressOf } from "../shell/address.ts";

/** The way to what was said with the customer; nothing once the job is somebody else's. */
export function ChatRow({ order }: { readonly order: OrderView }) {
  const talk = useLastMessage(order.id);
  if (talk === null || order.counterpart === null) return null;
  return <ChatLink href={addressOf(`/jobs/${order.id}/chat`)} otherName={order.counterpart.name} {...talk} />;
}
