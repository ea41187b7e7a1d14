import { ActionIcon } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Keys } from "../keyboard/keys.tsx";
import { usePalette } from "../search/palette-context.ts";
import classes from "./top-bar.module.css";

/** Opens the search over orders, people and pages: a field's look where there is room, else an icon. */
export function SearchButton({ wide }: { readonly wide: boolean }) {
  const { t } = useTranslation("admin");
  const { open } = usePalette();
  if (!wide) {
    return (
      <ActionIcon aria-label={t("search.open")} onClick={open}>
        <IconSearch size={22} aria-hidden />
      </ActionIcon>
    );
  }
  return (
    <button type="button" className={classes.search} onClick={open} aria-label={t("search.open")} aria-keyshortcuts="Meta+K Control+K">
      <IconSearch size={18} aria-hidden />
      <span className={classes.hint}>{t("search.hint")}</span>
      <Keys keys={["mod", "K"]} />
    </button>
  );
}
