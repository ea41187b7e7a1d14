import { LiveDot } from "@lingong/ui";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./admin-page.module.css";
import { Bell } from "./bell.tsx";
import { CityMenu } from "./city-menu.tsx";
import { PageTitle } from "./page-title.tsx";
import { SearchButton } from "./search-button.tsx";
import { TopClock } from "./top-clock.tsx";
import { InTopBar } from "./top-slot.tsx";
import { useDesk } from "./use-desk.ts";

export interface AdminPageProps {
  readonly title: string;
  /** Of the document where the heading says too little: an order's code. */
  readonly documentTitle?: string;
  /** Behind the heading: a state's chip, a count. */
  readonly mark?: ReactNode;
  /** A line behind it, on a desk: a clock that runs, what this page compares. */
  readonly note?: ReactNode;
  /** The page follows the server by itself. */
  readonly live?: boolean;
  /** The page is about the chosen city. */
  readonly city?: boolean;
  /** The page's next actions; on a phone they stand above the content. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One page: its heading, marks and actions in the top bar, its content below. */
export function AdminPage({ title, documentTitle, mark, note, live, city, actions, children }: AdminPageProps) {
  const { t } = useTranslation("common");
  const desk = useDesk();
  return (
    <>
      <PageTitle>{documentTitle ?? title}</PageTitle>
      <InTopBar>
        <div className={classes.lead}>
          <h1 className={classes.title}>{title}</h1>
          {mark}
          {live && desk && <LiveDot>{t("connection.live")}</LiveDot>}
          {note !== undefined && desk && <div className={classes.note}>{note}</div>}
        </div>
        <div className={classes.tools}>
          {desk && actions === undefined && <TopClock />}
          {city && desk && <CityMenu />}
          <SearchButton wide={desk && actions === undefined} />
          <Bell />
          {desk && actions}
        </div>
      </InTopBar>
      <div className={classes.content}>
        {!desk && (note !== undefined || city) && (
          <div className={classes.under}>
            {live && <LiveDot>{t("connection.live")}</LiveDot>}
            {note !== undefined && <div className={classes.note}>{note}</div>}
            {city && <CityMenu />}
          </div>
        )}
        {!desk && actions !== undefined && <div className={classes.actions}>{actions}</div>}
        {children}
      </div>
    </>
  );
}
