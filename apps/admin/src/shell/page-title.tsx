import { useTranslation } from "react-i18next";

/** The document's title: what the page is, then the app. */
export function PageTitle({ children }: { readonly children: string }) {
  const { t } = useTranslation("admin");
  return <title>{t("app.pageTitle", { page: children })}</title>;
}
