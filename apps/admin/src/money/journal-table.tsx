import type { JournalRow } from "@lingong/contracts";
import { AppLink, useFormat, useServerNow } from "@lingong/ui";
import { IconArrowRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { eventCode } from "../dossier/event-text.ts";
import { addressOf } from "../shell/address.ts";
import type { Column } from "../table/columns.ts";
import { DataTable } from "../table/data-table.tsx";
import { accountLabel, eventOfEntry, shortCode } from "./account-label.ts";
import classes from "./money.module.css";

/** Where an entry leads: the event of its order. */
export function entryHref({ key }: JournalRow): string | null {
  const event = eventOfEntry(key);
  return event === null ? null : addressOf(`/orders/${event.orderId}?event=${event.version}`);
}

/** Entries as rows: why, when, from which account to which, and the event behind it. */
export function JournalTable({ entries, busy }: { readonly entries: readonly JournalRow[]; readonly busy?: boolean }) {
  const { t } = useTranslation("admin");
  const { t: domain } = useTranslation("domain");
  const format = useFormat();
  const now = useServerNow(60_000);
  const why = ({ reason }: JournalRow) => domain(`journalReason.${reason as "capture"}`, { defaultValue: reason });
  const when = ({ at }: JournalRow) => format.shortMoment(Date.parse(at), now);
  const source = ({ key }: JournalRow) => {
    const event = eventOfEntry(key);
    return event === null ? null : t("journal.event", { order: shortCode(event.orderId), code: eventCode(event.version) });
  };
  const columns: readonly Column<JournalRow>[] = [
    { key: "reason", head: t("journal.reason"), width: "18%", cell: why },
    { key: "at", head: t("journal.at"), width: "12%", cell: when },
    { key: "transfers", head: t("journal.transfers"), cell: (entry) => <Transfers entry={entry} /> },
    { key: "event", head: t("journal.source"), width: "16%", cell: (entry) => <span className={classes.event}>{source(entry)}</span> },
  ];
  return (
    <DataTable
      label={t("nav.journal")}
      columns={columns}
      rows={entries}
      keyOf={({ id }) => id}
      hrefOf={entryHref}
      busy={busy}
      compact={(entry) => ({
        title: why(entry),
        detail: (
          <span className={classes.compact}>
            {entry.transfers.map(({ from, to, fen }, index) => (
              <span key={`${index} ${from} ${to}`}>
                {t("journal.transfer", { from: accountLabel(from, domain), to: accountLabel(to, domain), money: format.money(fen) })}
              </span>
            ))}
          </span>
        ),
        aside: when(entry),
      })}
    />
  );
}

function Transfers({ entry }: { readonly entry: JournalRow }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  return (
    <span className={classes.transfers}>
      {entry.transfers.map(({ from, to, fen }, index) => (
        <span key={`${index} ${from} ${to}`} className={classes.transfer}>
          <AccountLink name={from} />
          <IconArrowRight size={14} role="img" aria-label={t("journal.to")} />
          <AccountLink name={to} />
          <b>{format.money(fen)}</b>
        </span>
      ))}
    </span>
  );
}

/** An account's own journal. */
function AccountLink({ name }: { readonly name: string }) {
  const { t: domain } = useTranslation("domain");
  return <AppLink href={addressOf(`/money/journal?account=${encodeURIComponent(name)}`)}>{accountLabel(name, domain)}</AppLink>;
}
