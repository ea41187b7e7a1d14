import { useTranslation } from "react-i18next";
import { PageTabs } from "../components/page-tabs.tsx";

const pages = [
  ["balance", "/money"],
  ["accounts", "/money/accounts"],
  ["escrow", "/money/escrow"],
  ["moving", "/money/moving"],
  ["journal", "/money/journal"],
  ["reconciliation", "/money/reconciliation"],
] as const;

/** The ways into the books, side by side. */
export function MoneyTabs() {
  const { t } = useTranslation("admin");
  return <PageTabs label={t("finance.tabs")} pages={pages.map(([key, page]) => ({ page, name: t(`finance.${key}`) }))} />;
}
