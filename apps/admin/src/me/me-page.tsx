import { useAppSession } from "@lingong/client/react";
import { useTranslation } from "react-i18next";
import { AdminPage } from "../shell/admin-page.tsx";
import { AccountPanel } from "./account-panel.tsx";
import classes from "./me.module.css";
import { PasswordPanel } from "./password-panel.tsx";
import { SessionsPanel } from "./sessions-panel.tsx";
import { SettingsPanel } from "./settings-panel.tsx";

/** One's own account: how the dashboard looks, where one is signed in, the password. */
export function MePage() {
  const { t } = useTranslation("admin");
  const { me } = useAppSession();
  return (
    <AdminPage title={t("me.title")}>
      {me != null && (
        <div className={classes.grid}>
          <div className={classes.column}>
            <AccountPanel me={me} />
            <SettingsPanel />
          </div>
          <div className={classes.column}>
            <SessionsPanel />
            <PasswordPanel me={me} />
          </div>
        </div>
      )}
    </AdminPage>
  );
}
