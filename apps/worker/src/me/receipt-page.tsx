import type { ReceiptView } from "@lingong/contracts";
import { type ErrorCode, errorCodes } from "@lingong/domain";
import { CategoryTile, ListRow, Panel, QueryView, ReceiptBars, StateView, useDistrict, useFormat, useText } from "@lingong/ui";
import { IconInfoCircle, IconShieldCheck, IconTrophy, IconZoomQuestion } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { Trans, useTranslation } from "react-i18next";
import { Screen } from "../shell/screen.tsx";
import classes from "./me.module.css";
import { useReceipts } from "./use-receipts.ts";

const most = 1_000;

/** One decision: one's own parts against the round's line, and the smallest step that would have changed it. */
export function ReceiptPage({ receiptId }: { readonly receiptId: string }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const query = useReceipts();
  const navigate = useNavigate();
  const receipt = query.data?.pages.flatMap((page) => page.items).find(({ id }) => id === receiptId);
  const settings = () => void navigate({ to: "/me/settings" });
  return (
    <Screen
      title={receipt === undefined ? t("receipt.listTitle") : t(`receipt.title.${receipt.outcome}`)}
      subtitle={receipt === undefined ? undefined : t("receipt.subtitle", { time: format.dateTime(Date.parse(receipt.at)) })}
      backTo="/me"
      actions={receipt?.improvement ? { primary: { label: t("receipt.improve"), detail: t("receipt.improveDetail"), onClick: settings } } : undefined}
    >
      <QueryView
        query={query}
        isEmpty={() => receipt === undefined}
        empty={
          <StateView icon={IconZoomQuestion} title={t("receipt.goneTitle")}>
            {t("receipt.goneBody")}
          </StateView>
        }
      >
        {() => receipt !== undefined && <Receipt receipt={receipt} />}
      </QueryView>
    </Screen>
  );
}

function Receipt({ receipt }: { readonly receipt: ReceiptView }) {
  const { t } = useTranslation("worker");
  const text = useText();
  const districtName = useDistrict();
  const { category, district, score, reason } = receipt;
  return (
    <>
      <Panel dense>
        <ListRow
          lead={<CategoryTile icon={category.icon} size={48} />}
          title={<b>{[text(category.name), district === null ? null : districtName(district)].filter((part) => part !== null).join(" · ")}</b>}
          detail={t(`receipt.outcome.${receipt.outcome}`)}
        />
      </Panel>
      {reason !== null && <Reason code={reason} />}
      {score !== null && <Score receipt={receipt} score={score} />}
      <Step receipt={receipt} />
      <p className={classes.harmless}>
        <IconShieldCheck size={20} aria-hidden />
        {t("receipt.harmless")}
      </p>
      <p className={classes.second}>{t("receipt.rules", { version: score?.policyVersion ?? "" })}</p>
    </>
  );
}

/** Why a worker who was ranked got no offer. */
const passedOver = ["outranked", "offered_elsewhere", "holding_offer"] as const;

function isExclusion(code: string): code is Extract<ErrorCode, `excluded_${string}`> {
  return code.startsWith("excluded_") && (errorCodes as readonly string[]).includes(code);
}

function Reason({ code }: { readonly code: string }) {
  const { t } = useTranslation("worker");
  const { t: domain } = useTranslation("domain");
  const { t: errors } = useTranslation("errors");
  const passed = passedOver.find((known) => known === code);
  if (passed !== undefined) return <ReasonPanel title={t(`receipt.passed.${passed}`)}>{t(`receipt.passedBody.${passed}`)}</ReasonPanel>;
  return isExclusion(code) ? <ReasonPanel title={domain(`exclusion.${code}`)}>{errors(code)}</ReasonPanel> : null;
}

function ReasonPanel({ title, children }: { readonly title: string; readonly children: string }) {
  return (
    <Panel>
      <div className={classes.next}>
        <IconInfoCircle size={28} aria-hidden />
        <div>
          <b>{title}</b>
          <p className={classes.second}>{children}</p>
        </div>
      </div>
    </Panel>
  );
}

function Score({ receipt, score }: { readonly receipt: ReceiptView; readonly score: NonNullable<ReceiptView["score"]> }) {
  const { t } = useTranslation("worker");
  const { improvement, of } = receipt;
  return (
    <Panel>
      <div className={classes.scoreHead}>
        <div>
          <div className={classes.second}>{t("receipt.rank")}</div>
          <div className={classes.figure}>
            {score.rank === null ? (
              "–"
            ) : (
              <Trans t={t} i18nKey="receipt.rankValue" values={{ rank: score.rank, of: of ?? score.rank }} components={{ small: <small /> }} />
            )}
          </div>
        </div>
        <div className={classes.right}>
          <div className={classes.second}>{t("receipt.yourTotal")}</div>
          <div className={classes.figure}>
            <Trans t={t} i18nKey="receipt.totalValue" values={{ total: score.total, most }} components={{ small: <small /> }} />
          </div>
        </div>
      </div>
      <ReceiptBars
        legend
        total={{ value: score.total, most }}
        parts={score.parts.map(({ part, points, most: best }) => ({
          part,
          value: points,
          most: best,
          ...(improvement?.part === part ? { couldAdd: improvement.points } : {}),
        }))}
      />
    </Panel>
  );
}

/** The smallest step, where one would have changed the rank. */
function Step({ receipt: { improvement, score } }: { readonly receipt: ReceiptView }) {
  const { t } = useTranslation("worker");
  const { t: domain } = useTranslation("domain");
  if (improvement === null || score === null) return null;
  const values = {
    part: domain(`scorePart.${improvement.part}`),
    points: improvement.points,
    from: score.total,
    to: score.total + improvement.points,
  };
  return (
    <Panel tone="live">
      <div className={classes.next}>
        <IconTrophy size={28} aria-hidden />
        <div>
          <h2 className={classes.stepTitle}>{t("receipt.step")}</h2>
          <p>
            <Trans t={t} i18nKey="receipt.stepBody" values={values} components={{ b: <b /> }} />
          </p>
          <p className={classes.second}>
            <How improvement={improvement} />
          </p>
        </div>
      </div>
    </Panel>
  );
}

/** The step in its own unit: so many tags, so much nearer. */
function How({ improvement: { unit, from, to, part } }: { readonly improvement: NonNullable<ReceiptView["improvement"]> }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  switch (unit) {
    case "certificate":
      return t("receipt.how.certificate");
    case "tags":
      return t("receipt.how.tags", { count: to - (from ?? 0) });
    case "metres":
      return t("receipt.how.metres", { from: format.distance(from ?? 0), to: format.distance(to) });
    case "standing":
      return t("receipt.how.standing", { from: from ?? 0, to });
    case "orders":
      return t("receipt.how.orders", { count: to });
    case "percent":
      return t(`receipt.how.${part === "activity" ? "activity" : part === "response" ? "response" : "profile"}`, { to });
  }
}
