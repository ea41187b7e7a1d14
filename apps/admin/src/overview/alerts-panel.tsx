import { Panel } from "@lingong/ui";
import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { AlertList } from "./alert-list.tsx";
import type { Alert } from "./alert-text.ts";
import classes from "./panels.module.css";

const few = 4;

/** What asks for a look now: the first few, or all. */
export function AlertsPanel({ alerts }: { readonly alerts: readonly Alert[] }) {
  const { t } = useTranslation("admin");
  const [all, { toggle }] = useDisclosure(false);
  const title = (
    <>
      {t("alerts.title")} {alerts.length > 0 && <span className={classes.count}>{alerts.length}</span>}
    </>
  );
  return (
    <Panel
      className={classes.alerts}
      title={title}
      aside={
        alerts.length > few && (
          <Button variant="transparent" size="compact-sm" className={classes.more} aria-expanded={all} onClick={toggle}>
            {all ? t("alerts.fewer") : t("alerts.all")}
          </Button>
        )
      }
    >
      <AlertList alerts={alerts} most={all ? alerts.length : few} />
    </Panel>
  );
}
