import type { Dossier } from "@lingong/contracts";
import { Chip, Panel, TwoLines, useFormat, useServerNow } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import classes from "./dossier.module.css";

/** What the provider was asked for and what it answered, with its own reference. */
export function PaymentsPanel({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation("admin");
  const { t: domain } = useTranslation("domain");
  const format = useFormat();
  const now = useServerNow(60_000);
  return (
    <Panel title={t("dossier.payments")} aside={dossier.payments.length > 0 ? dossier.payments.length : undefined}>
      {dossier.payments.length === 0 && <p className={classes.none}>{t("dossier.noPayments")}</p>}
      <ul className={classes.rows}>
        {dossier.payments.map((payment) => (
          <li key={payment.id}>
            <TwoLines
              size="dense"
              title={domain(`paymentPurpose.${payment.purpose as "order"}`, { defaultValue: payment.purpose })}
              detail={
                <>
                  {[
                    payment.provider && domain(`paymentProvider.${payment.provider as "other"}`, { defaultValue: payment.provider }),
                    format.shortMoment(Date.parse(payment.at), now),
                  ]
                    .filter(Boolean)
                    .join(t("app.between"))}
                  {payment.providerReference !== null && <code className={classes.reference}>{payment.providerReference}</code>}
                </>
              }
            />
            <span className={classes.rowEnd}>
              <b>{format.money(payment.fen)}</b>
              <Chip>{domain(`paymentState.${payment.state as "captured"}`, { defaultValue: payment.state })}</Chip>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
