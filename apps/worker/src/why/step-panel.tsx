import type { ReceiptView } from "@lingong/contracts";
import { Panel, useFormat, useText } from "@lingong/ui";
import { IconTrophy } from "@tabler/icons-react";
import { Trans, useTranslation } from "react-i18next";
import classes from "./why.module.css";

/** The smallest step, where one would have changed the rank: what to do, what it adds, where it leads. */
export function StepPanel({ receipt }: { readonly receipt: ReceiptView }) {
  const { t } = useTranslation("worker");
  const { t: domain } = useTranslation("domain");
  const { improvement, score } = receipt;
  if (improvement === null || score === null) return null;
  const values = {
    part: domain(`scorePart.${improvement.part}`),
    points: improvement.points,
    from: score.total,
    to: score.total + improvement.points,
    rank: improvement.rank,
  };
  return (
    <Panel tone="live">
      <div className={classes.next}>
        <IconTrophy size={28} aria-hidden />
        <div>
          <h2 className={classes.head}>{t("receipt.step")}</h2>
          <p>
            <How improvement={improvement} receipt={receipt} />
          </p>
          <p>
            <Trans
              t={t}
              i18nKey={improvement.rank === null ? "receipt.stepBody" : "receipt.stepRank"}
              values={values}
              components={{ b: <b />, accent: <b className={classes.accent} /> }}
            />
          </p>
        </div>
      </div>
    </Panel>
  );
}

interface HowProps {
  readonly improvement: NonNullable<ReceiptView["improvement"]>;
  readonly receipt: ReceiptView;
}

/** The step in its own unit: so many tags, so much nearer. */
function How({ improvement: { unit, from, to, part }, receipt }: HowProps) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const text = useText();
  switch (unit) {
    case "certificate":
      return t("receipt.how.certificate", { category: text(receipt.category.name) });
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
