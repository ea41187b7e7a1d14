import { useTranslation } from "react-i18next";
import { PageTabs } from "../components/page-tabs.tsx";

/** What was decided, and what other weights would have decided. */
export function DispatchTabs() {
  const { t } = useTranslation("admin");
  return (
    <PageTabs
      label={t("dispatch.tabs")}
      pages={[
        { page: "/dispatch", name: t("dispatch.rounds") },
        { page: "/dispatch/trial", name: t("dispatch.trial") },
      ]}
    />
  );
}
