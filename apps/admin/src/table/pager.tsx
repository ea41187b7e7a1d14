import { formatCount } from "@lingong/ui";
import { Button } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./pager.module.css";
import type { Pages } from "./use-pages.ts";

export interface PagerProps {
  readonly pages: Pages;
  readonly pageSize: number;
  readonly shown: number;
  /** How many there are in all, where the server counts them. */
  readonly total?: number;
  readonly nextCursor: string | null;
}

/** Under a list: which rows these are, back and on. Nothing where one page holds all. */
export function Pager({ pages, pageSize, shown, total, nextCursor }: PagerProps) {
  const { t } = useTranslation("admin");
  if (pages.index === 0 && nextCursor === null) return null;
  const from = pages.index * pageSize + 1;
  const range = { from: formatCount(from), to: formatCount(from + shown - 1) };
  return (
    <nav className={classes.pager} aria-label={t("table.pages")}>
      <span role="status">{total === undefined ? t("table.range", range) : t("table.rangeOf", { ...range, total: formatCount(total) })}</span>
      <Button
        variant="default"
        data-page="previous"
        disabled={pages.index === 0}
        leftSection={<IconChevronLeft size={18} aria-hidden />}
        onClick={pages.previous}
      >
        {t("table.previous")}
      </Button>
      <Button
        variant="default"
        data-page="next"
        disabled={nextCursor === null}
        rightSection={<IconChevronRight size={18} aria-hidden />}
        onClick={() => nextCursor !== null && pages.next(nextCursor)}
      >
        {t("table.next")}
      </Button>
    </nav>
  );
}
