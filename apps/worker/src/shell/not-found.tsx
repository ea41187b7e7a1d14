import { StateView } from "@lingong/ui";
import { Button } from "@mantine/core";
import { IconMapSearch } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Screen } from "./screen.tsx";

/** No such page: say so, and one way on. */
export function NotFound() {
  const { t } = useTranslation("worker");
  return (
    <Screen title={t("notFound.title")}>
      <StateView
        icon={IconMapSearch}
        title={t("notFound.head")}
        action={
          <Button component={Link} to="/">
            {t("notFound.home")}
          </Button>
        }
      >
        {t("notFound.body")}
      </StateView>
    </Screen>
  );
}
