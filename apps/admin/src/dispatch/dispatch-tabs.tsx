import { useTranslation } from "react-i18next";
import { PageTabs } from "../components/page-tabs.tsx";

/** What was decided, what other weights would have decided, and what is wanted where. */
export function DispatchTabs() {
  const { t } = useTranslation("admin");
  return (
    <PageTabs
      label={t("dispatch.tabs")}
      pages={[
        { page: "/dispatch", name: t("dispatch.rounds") },
        { page: "/dispatch/trial", name: t("dispatch.trial") },
        { page: "/dispatch/demand", name: t("demand.title") },
      ]}
    />
  );
}
