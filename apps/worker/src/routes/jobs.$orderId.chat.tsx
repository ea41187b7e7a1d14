import { createFileRoute } from "@tanstack/react-router";
import { ChatPage } from "../chat/chat-page.tsx";

export const Route = createFileRoute("/jobs/$orderId/chat")({ component: ChatRoute, staticData: { task: true } });

function ChatRoute() {
  const { orderId } = Route.useParams();
  return <ChatPage key={orderId} orderId={orderId} />;
}
