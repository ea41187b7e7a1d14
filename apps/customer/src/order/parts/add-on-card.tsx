import type { AddOnView } from "@lingong/contracts";
import { MINUTE } from "@lingong/domain";
import { Countdown, Panel, PhotoLook, Price, useFormat, useServerNow } from "@lingong/ui";
import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "../order.module.css";

/** Something extra that waits for an answer or its payment. The buttons are in the action bar. */
export function AddOnCard({ addOn }: { readonly addOn: AddOnView }) {
  const { t } = useTranslation("customer");
  const format = useFormat();
  const now = useServerNow(MINUTE);
  const details = [
    addOn.minutes > 0 ? t("addOn.more", { span: format.span(addOn.minutes) }) : null,
    addOn.minutes > 0 && addOn.endsAt !== null ? t("addOn.ends", { time: format.time(Date.parse(addOn.endsAt)) }) : null,
  ].filter((detail) => detail !== null);
  return (
    <Panel tone="live">
      <div className={classes.addOnHead}>
        <span className={classes.addOnTitle}>
          <IconPlus size={20} aria-hidden />
          <h2 className={classes.heading}>{t(addOn.awaits === "answer" ? "addOn.toAnswer" : "addOn.toPay")}</h2>
        </span>
        <span className={classes.caption}>{t("addOn.proposed", { time: format.shortMoment(Date.parse(addOn.proposedAt), now) })}</span>
      </div>
      <div className={classes.addOnBody}>
        <div>
          <h3>{addOn.title}</h3>
          {details.length > 0 && <div className={classes.quiet}>{details.join(t("list.comma"))}</div>}
        </div>
        <Price fen={addOn.fen} size={24} />
      </div>
      {addOn.photo !== null && (
        <div className={classes.addOnPhoto}>
          <PhotoLook photo={addOn.photo} title={addOn.title} />
        </div>
      )}
      <p className={classes.addOnNote}>{t("addOn.note")}</p>
      {addOn.expiresAt !== null && (
        <p className={classes.addOnNote}>
          <Countdown until={Date.parse(addOn.expiresAt)}>{t("addOn.expires")}</Countdown>
        </p>
      )}
    </Panel>
  );
}
