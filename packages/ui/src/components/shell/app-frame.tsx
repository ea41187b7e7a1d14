import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./app-frame.module.css";

export interface AppFrameProps {
  /** `DeskHeader`: shown from 62em on. */
  readonly header?: ReactNode;
  /** `TabBar`: shown below 62em. */
  readonly tabBar?: ReactNode;
  /** `ConnectionBar`, above everything. */
  readonly connection?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of the customers' and workers' apps: a skip link, the connection bar, header or tab bar, and the main part. */
export function AppFrame({ header, tabBar, connection, children }: AppFrameProps) {
  const { t } = useTranslation("common");
  return (
    <div className={classes.frame} data-tabs={tabBar === undefined ? undefined : true} data-header={header === undefined ? undefined : true}>
      <a href="#main" className={classes.skip}>
        {t("shell.skip")}
      </a>
      {connection}
      {header}
      <main id="main" className={classes.main} tabIndex={-1}>
        {children}
      </main>
      {tabBar}
    </div>
  );
}
