import type { ReceiptView } from "@lingong/contracts";
import { CategoryTile, Chip, ListRow, ListRows, MoreButton, Panel, QueryView, StateView, useDistrict, useFormat, useText } from "@lingong/ui";
import { SegmentedControl } from "@mantine/core";
import { IconZoomQuestion } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addressOf } from "../shell/address.ts";
import { Screen } from "../shell/screen.tsx";
import { FormulaButton } from "./formula.tsx";
import { useReason } from "./use-reason.ts";
import { type Told, useReceipts } from "./use-receipts.ts";
import classes from "./why.module.css";

const lists: readonly Told[] = ["missed", "offered"];

/** Orders near by that went to others, and those one was asked for: one line an order, and why. */
export function ReceiptsPage() {
  const { t } = useTranslation("worker");
  const [told, setTold] = useState<Told>("missed");
  const query = useReceipts(told);
  const receipts = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Screen
      title={t("receipt.listTitle")}
      subtitle={t("receipt.listSubtitle")}
      backTo="/me"
      aside={<FormulaButton />}
      lead={
        <SegmentedControl<Told>
          fullWidth
          aria-label={t("receipt.lists")}
          value={told}
          onChange={setTold}
          data={lists.map((value) => ({ value, label: t(`receipt.list.${value}`) }))}
        />
      }
    >
      <QueryView
        query={query}
        isEmpty={() => receipts.length === 0}
        empty={
          <StateView icon={IconZoomQuestion} title={t(`receipt.emptyTitle.${told}`)}>
            {t(`receipt.emptyBody.${told}`)}
          </StateView>
        }
      >
        {() => (
          <Panel dense>
            <ListRows>
              {receipts.map((receipt) => (
                <ReceiptRow key={receipt.id} receipt={receipt} />
              ))}
            </ListRows>
          </Panel>
        )}
      </QueryView>
      <MoreButton pages={query} />
    </Screen>
  );
}

function ReceiptRow({ receipt }: { readonly receipt: ReceiptView }) {
  const { t } = useTranslation("worker");
  const text = useText();
  const district = useDistrict();
  const format = useFormat(receipt.zone);
  const reason = useReason();
  const { category, score, distanceMetres, netFen } = receipt;
  const where = distanceMetres === null ? null : format.distance(distanceMetres);
  return (
    <ListRow
      href={addressOf(`/me/receipts/${receipt.id}`)}
      lead={<CategoryTile icon={category.icon} />}
      title={[text(category.name), receipt.district === null ? null : district(receipt.district)].filter((part) => part !== null).join(" · ")}
      detail={
        <>
          {[format.dateTime(Date.parse(receipt.at)), where].filter((part) => part !== null).join(" · ")}
          <span className={classes.why}>{reason(receipt)?.title ?? t(`receipt.outcome.${receipt.outcome}`)}</span>
        </>
      }
      aside={
        <span className={classes.end}>
          {netFen !== null && <b>{format.money(netFen)}</b>}
          {score?.rank != null && (
            <Chip tone={receipt.outcome === "offered" ? "accent" : "neutral"}>
              {t("receipt.rankShort", { rank: score.rank, of: receipt.of ?? score.rank })}
            </Chip>
          )}
        </span>
      }
    />
  );
}
