import type { AuditRow } from "@lingong/contracts";
import { Avatar, useFormat, useServerNow } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { NamedCell } from "../components/named-cell.tsx";
import { accountLabel } from "../money/account-label.ts";
import type { Column } from "../table/columns.ts";
import { DataTable } from "../table/data-table.tsx";
import { subjectOf } from "./subject.ts";

/** Entries as rows: who, did what, to what, why. */
export function AuditTable({ rows, busy }: { readonly rows: readonly AuditRow[]; readonly busy?: boolean }) {
  const { t } = useTranslation("admin");
  const { t: domain } = useTranslation("domain");
  const format = useFormat();
  const now = useServerNow(60_000);
  const when = ({ at }: AuditRow) => format.shortMoment(Date.parse(at), now);
  const did = ({ action }: AuditRow) => {
    const [noun = "", verb = ""] = action.split(".");
    const forced = noun === "order" ? domain(`command.${verb as "forceCancel"}`, { defaultValue: action }) : action;
    return t(`audit.action.${action.replace(".", "_") as "order_read"}`, { defaultValue: forced });
  };
  const about = ({ subject }: AuditRow) => {
    const { kind, name } = subjectOf(subject);
    if (kind === null) return name;
    return t(`audit.subject.${kind}`, { name: kind === "account" ? accountLabel(name, domain) : name });
  };
  const reason = ({ details }: AuditRow) => (typeof details.reason === "string" ? details.reason : "");
  const columns: readonly Column<AuditRow>[] = [
    {
      key: "admin",
      head: t("audit.admin"),
      cell: ({ adminName }) => <NamedCell lead={<Avatar name={adminName} size={32} tone="neutral" />} name={adminName} />,
    },
    { key: "action", head: t("audit.did"), cell: did },
    { key: "subject", head: t("audit.on"), cell: about },
    { key: "reason", head: t("action.reason"), width: "34%", cell: reason },
    { key: "at", head: t("journal.at"), align: "end", cell: when },
  ];
  return (
    <DataTable
      label={t("nav.audit")}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      hrefOf={({ subject }) => subjectOf(subject).href}
      busy={busy}
      compact={(row) => ({
        lead: <Avatar name={row.adminName} size={40} tone="neutral" />,
        title: t("audit.line", { admin: row.adminName, did: did(row) }),
        detail: [about(row), reason(row)].filter((part) => part !== "").join(t("app.between")),
        aside: when(row),
      })}
    />
  );
}
