import type { JournalRow } from "@lingong/contracts";
import { AppLink, useFormat, useServerNow } from "@lingong/ui";
import { IconArrowRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { eventCode } from "../dossier/event-text.ts";
import { addressOf } from "../shell/address.ts";
import { accountLabel, eventOfEntry } from "./account-label.ts";
import classes from "./journal-entry.module.css";

/** One business event's transfers inside its order: from, to, how much, and the event it was posted with. */
export function JournalEntry({ entry }: { readonly entry: JournalRow }) {
  const { t } = useTranslation("admin");
  const { t: domain } = useTranslation("domain");
  const format = useFormat();
  const now = useServerNow(60_000);
  const event = eventOfEntry(entry.key);
  return (
    <div className={classes.entry}>
      <div className={classes.head}>
        <b>{domain(`journalReason.${entry.reason as "capture"}`, { defaultValue: entry.reason })}</b>
        <span className={classes.when}>{format.shortMoment(Date.parse(entry.at), now)}</span>
        {event !== null && (
          <AppLink
            href={addressOf(`/orders/${event.orderId}?event=${event.version}`)}
            className={classes.event}
            label={t("journal.toEvent", { code: eventCode(event.version) })}
          >
            {eventCode(event.version)}
          </AppLink>
        )}
      </div>
      <ul>
        {entry.transfers.map(({ from, to, fen }, index) => (
          <li key={`${index} ${from} ${to}`} className={classes.transfer}>
            <span className={classes.accounts}>
              {accountLabel(from, domain)}
              <IconArrowRight size={14} aria-label={t("journal.to")} role="img" />
              {accountLabel(to, domain)}
            </span>
            <span className={classes.amount}>{format.money(fen)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
