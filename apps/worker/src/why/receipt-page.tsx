import type { ReceiptView } from "@lingong/contracts";
import { CategoryTile, ListRow, Panel, Point, QueryView, useDistrict, useFormat, useText } from "@lingong/ui";
import { IconInfoCircle, IconShieldCheck } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Screen } from "../shell/screen.tsx";
import { FormulaButton, FormulaLink } from "./formula.tsx";
import { ScorePanel } from "./score-panel.tsx";
import { StepPanel } from "./step-panel.tsx";
import { useReason } from "./use-reason.ts";
import { useReceipt } from "./use-receipts.ts";
import { type Way, wayOf } from "./ways.ts";
import classes from "./why.module.css";

/** Where what is changed counts from the next order on; a standing takes longer, and a way is a way. */
const atOnce: ReadonlySet<Way> = new Set<Way>(["/guide", "/me/settings", "/schedule", "/"]);

/** One decision: one's own parts against the round's line, or why one was left out, and the smallest step that would have changed it. */
export function ReceiptPage({ receiptId }: { readonly receiptId: string }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const query = useReceipt(receiptId);
  const navigate = useNavigate();
  const receipt = query.data;
  const way = receipt === undefined ? null : wayOf(receipt);
  return (
    <Screen
      title={receipt === undefined ? t("receipt.listTitle") : t(`receipt.title.${receipt.outcome}`)}
      subtitle={receipt === undefined ? undefined : t("receipt.subtitle", { time: format.dateTime(Date.parse(receipt.at)), wave: receipt.wave })}
      backTo="/me"
      aside={<FormulaButton />}
      actions={
        way === null
          ? undefined
          : {
              primary: {
                label: t(`receipt.way.${way}`),
                detail: atOnce.has(way) ? t("receipt.wayDetail") : undefined,
                onClick: () => void navigate({ to: way }),
              },
            }
      }
    >
      <QueryView query={query}>{(data) => <Receipt receipt={data} />}</QueryView>
    </Screen>
  );
}

function Receipt({ receipt }: { readonly receipt: ReceiptView }) {
  const { t } = useTranslation("worker");
  const reason = useReason()(receipt);
  const { score } = receipt;
  return (
    <>
      <OrderPanel receipt={receipt} />
      {reason !== null && receipt.reason !== "outranked" && (
        <Panel>
          <div className={classes.next}>
            <IconInfoCircle size={28} aria-hidden />
            <div>
              <h2 className={classes.head}>{reason.title}</h2>
              <p>{reason.detail}</p>
            </div>
          </div>
        </Panel>
      )}
      {score !== null && <ScorePanel receipt={receipt} score={score} />}
      <StepPanel receipt={receipt} />
      <Point icon={IconShieldCheck}>{t("receipt.harmless")}</Point>
      <p className={classes.rules}>
        <span>{t("receipt.rules", { version: receipt.policyVersion })}</span>
        <FormulaLink />
      </p>
    </>
  );
}

/** Which order it was: what, where about, when, how far, and what it would have brought. */
function OrderPanel({ receipt }: { readonly receipt: ReceiptView }) {
  const { t } = useTranslation("worker");
  const text = useText();
  const district = useDistrict();
  const format = useFormat(receipt.zone);
  const { category, startsAt, distanceMetres, netFen } = receipt;
  const when = startsAt === null ? t("receipt.asSoonAsPossible") : format.dateTime(Date.parse(startsAt));
  const away = distanceMetres === null ? null : t("receipt.away", { distance: format.distance(distanceMetres) });
  return (
    <Panel dense>
      <ListRow
        lead={<CategoryTile icon={category.icon} size={48} />}
        title={
          <b>{[text(category.name), receipt.district === null ? null : district(receipt.district)].filter((part) => part !== null).join(" · ")}</b>
        }
        detail={[when, away].filter((part) => part !== null).join(" · ")}
        aside={
          netFen !== null && (
            <span className={classes.end}>
              <span className={classes.second}>{t("receipt.net")}</span>
              <b>{format.money(netFen)}</b>
            </span>
          )
        }
      />
    </Panel>
  );
}
