import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./offline.module.css";
import { type AppUpdate, watchForUpdate } from "./update.ts";

/** A quiet line when a new version waits: the person decides when, nothing is lost in the middle of a job. */
export function UpdatePrompt() {
  const { t } = useTranslation("worker");
  const [update, setUpdate] = useState<AppUpdate | null>(null);
  useEffect(() => watchForUpdate(setUpdate), []);
  return (
    <div role="status">
      {update !== null && (
        <div className={classes.update}>
          <span>
            <b>{t("update.title")}</b> {t("update.body")}
          </span>
          <Button variant="subtle" onClick={() => setUpdate(null)}>
            {t("update.later")}
          </Button>
          <Button variant="light" onClick={update.activate}>
            {t("update.now")}
          </Button>
        </div>
      )}
    </div>
  );
}
