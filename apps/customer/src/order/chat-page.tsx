import { useChat } from "@lingong/client/react";
import { Chat, ListSkeleton, Page, QueryView, useText } from "@lingong/ui";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { SignedIn } from "../session/signed-in.tsx";
import { PageTitle } from "../shell/page-title.tsx";
import { useOrder } from "./order-context.tsx";
import { LoadedOrder } from "./order-page.tsx";
import { When } from "./stages/matching-stage.tsx";

export function ChatPage({ orderId }: { readonly orderId: string }) {
  return <SignedIn>{() => <LoadedOrder orderId={orderId}>{() => <Conversation />}</LoadedOrder>}</SignedIn>;
}

/** What the customer and the worker of an order write to each other. */
function Conversation() {
  const { t } = useTranslation("common");
  const text = useText();
  const navigate = useNavigate();
  const { order } = useOrder();
  const { list, conversation } = useChat(order.id);
  const name = order.counterpart?.name ?? "";
  return (
    <Page
      title={name}
      subtitle={
        <>
          {text(order.category.name)} · <When />
        </>
      }
      onBack={() => void navigate({ to: "/orders/$orderId", params: { orderId: order.id } })}
    >
      <PageTitle>{t("chat.with", { name })}</PageTitle>
      <QueryView query={list} skeleton={<ListSkeleton count={4} lines={2} />}>
        {() => conversation && <Chat side="customer" otherName={name} {...conversation} />}
      </QueryView>
    </Page>
  );
}
