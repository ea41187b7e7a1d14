import { StateView } from "@lingong/ui";
import { Button } from "@mantine/core";
import { IconMapSearch } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import classes from "./not-found.module.css";
import { PageTitle } from "./page-title.tsx";

/** No such page: say so, and one way on. */
export function NotFound() {
  const { t } = useTranslation("admin");
  return (
    <main className={classes.page}>
      <PageTitle>{t("notFound.title")}</PageTitle>
      <StateView
        icon={IconMapSearch}
        title={t("notFound.head")}
        headingLevel={1}
        action={
          <Button component={Link} to="/">
            {t("notFound.home")}
          </Button>
        }
      >
        {t("notFound.body")}
      </StateView>
    </main>
  );
}
