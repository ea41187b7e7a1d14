import type { ReceiptView } from "@lingong/contracts";
import { CategoryTile, Chip, ListRow, ListRows, Panel, QueryView, StateView, useDistrict, useFormat, useText } from "@lingong/ui";
import { Button } from "@mantine/core";
import { IconZoomQuestion } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { addressOf } from "../shell/address.ts";
import { Screen } from "../shell/screen.tsx";
import { useReceipts } from "./use-receipts.ts";

const tones: Readonly<Record<ReceiptView["outcome"], "accent" | "neutral">> = { offered: "accent", passed_over: "neutral", excluded: "neutral" };

/** Why orders near one came, or went to others: one line a decision. */
export function ReceiptsPage() {
  const { t } = useTranslation("worker");
  const text = useText();
  const district = useDistrict();
  const format = useFormat();
  const query = useReceipts();
  const receipts = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Screen title={t("receipt.listTitle")} subtitle={t("receipt.listSubtitle")} backTo="/me">
      <QueryView
        query={query}
        isEmpty={() => receipts.length === 0}
        empty={
          <StateView icon={IconZoomQuestion} title={t("receipt.emptyTitle")}>
            {t("receipt.emptyBody")}
          </StateView>
        }
      >
        {() => (
          <Panel dense>
            <ListRows>
              {receipts.map((receipt) => (
                <ListRow
                  key={receipt.id}
                  href={addressOf(`/me/receipts/${receipt.id}`)}
                  lead={<CategoryTile icon={receipt.category.icon} />}
                  title={[text(receipt.category.name), receipt.district === null ? null : district(receipt.district)]
                    .filter((part) => part !== null)
                    .join(" · ")}
                  detail={format.dateTime(Date.parse(receipt.at))}
                  aside={<Chip tone={tones[receipt.outcome]}>{t(`receipt.outcome.${receipt.outcome}`)}</Chip>}
                />
              ))}
            </ListRows>
          </Panel>
        )}
      </QueryView>
      {query.hasNextPage && (
        <Button variant="default" onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>
          {t("hall.more")}
        </Button>
      )}
    </Screen>
  );
}
