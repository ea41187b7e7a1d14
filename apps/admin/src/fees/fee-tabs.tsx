import { useTranslation } from "react-i18next";
import { PageTabs } from "../components/page-tabs.tsx";

/** The lab and the list of versions, side by side. */
export function FeeTabs() {
  const { t } = useTranslation("admin");
  const pages = [
    { page: "/fees", name: t("fees.lab") },
    { page: "/fees/versions", name: t("fees.versions") },
  ];
  return <PageTabs label={t("fees.tabs")} pages={pages} />;
}
