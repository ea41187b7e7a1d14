import { useLastMessage } from "@lingong/client/react";
import { ChatLink } from "@lingong/ui";
import { useOrder } from "../order-context.tsx";

/** The way to what the two sides say to each other; nothing while there is nobody to talk to. */
export function ChatRow() {
  const { order } = useOrder();
  const talk = useLastMessage(order.id);
  if (talk === null || order.counterpart === null) return null;
  return <ChatLink href={`/orders/${order.id}/chat`} otherName={order.counterpart.name} {...talk} />;
}
