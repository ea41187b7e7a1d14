import { useTRPC } from "@lingong/client/react";
import { ListRow, Panel } from "@lingong/ui";
import { IconTag } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

const looked = 20;

/** The way to one's own quotes, while any of them may still become an order. */
export function MyQuotesLink() {
  const { t } = useTranslation("worker");
  const trpc = useTRPC();
  const navigate = useNavigate();
  const { data } = useQuery(trpc.quotes.mine.queryOptions({ filter: "open", limit: looked }));
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Panel dense>
      <ListRow
        icon={IconTag}
        title={t("quote.mine")}
        detail={t("quote.mineOpen", { count: data.items.length })}
        onClick={() => void navigate({ to: "/quotes" })}
      />
    </Panel>
  );
}
