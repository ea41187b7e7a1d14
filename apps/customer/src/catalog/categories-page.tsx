import { Page, QueryView } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { PageTitle } from "../shell/page-title.tsx";
import classes from "./catalog.module.css";
import { CategorySection } from "./category-section.tsx";
import { SearchBox } from "./search-box.tsx";
import { useCategories } from "./use-categories.ts";

/** Every kind of work, with what it costs here and who is free. */
export function CategoriesPage() {
  const { t } = useTranslation("customer");
  const categories = useCategories();
  return (
    <Page title={t("catalog.title")} width="wide">
      <PageTitle>{t("catalog.title")}</PageTitle>
      <SearchBox placeholder={t("home.searchPlaceholder")} button={t("home.search")} />
      <QueryView query={categories}>
        {(all) => <CategorySection title={t("catalog.choose")} categories={all} headClassName={classes.sectionHead} />}
      </QueryView>
    </Page>
  );
}
