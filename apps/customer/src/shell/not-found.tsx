import { Page, StateView } from "@lingong/ui";
import { IconMapSearch } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "../components/link-button.tsx";
import { PageTitle } from "./page-title.tsx";

/** No such page: say so, and one way on. */
export function NotFound() {
  const { t } = useTranslation("customer");
  return (
    <Page title={t("notFound.title")}>
      <PageTitle>{t("notFound.title")}</PageTitle>
      <StateView icon={IconMapSearch} title={t("notFound.head")} action={<LinkButton to="/">{t("notFound.home")}</LinkButton>}>
        {t("notFound.body")}
      </StateView>
    </Page>
  );
}
