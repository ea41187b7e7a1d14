import type { Dossier } from "@lingong/contracts";
import { Chip, citation, Panel, useText } from "@lingong/ui";
import { IconAlertTriangle, IconCheck, IconInfoCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./desk.module.css";

/** The signed scope, item by item: what the pictures show before and after. */
export function ItemsPanel({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation("admin");
  const text = useText();
  const items = dossier.dispute?.items ?? [];
  const signed = dossier.events.findLast(({ command }) => command === "place" || command === "raisePrice");
  const judged = items.some(({ afterPhotoIds }) => afterPhotoIds.length > 0);
  return (
    <Panel title={t("desk.items")} aside={signed && t("desk.signed", { code: citation(signed.version) })}>
      {items.length === 0 ? (
        <p className={classes.when}>{t("desk.noItems")}</p>
      ) : (
        <table className={classes.items}>
          <thead>
            <tr>
              <th scope="col">{t("desk.item")}</th>
              <th scope="col">{t("desk.before")}</th>
              <th scope="col">{t("desk.after")}</th>
              <th scope="col" data-align="end">
                {t("desk.check")}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ key, label, beforePhotoIds, afterPhotoIds }) => (
              <tr key={key}>
                <th scope="row">{text(label)}</th>
                <td>{beforePhotoIds.length}</td>
                <td>{afterPhotoIds.length}</td>
                <td data-align="end">
                  {afterPhotoIds.length > 0 ? (
                    <Chip tone="accent" icon={IconCheck}>
                      {t("desk.proven")}
                    </Chip>
                  ) : (
                    <Chip tone={judged ? "warn" : "neutral"} icon={judged ? IconAlertTriangle : IconInfoCircle}>
                      {t("desk.unproven")}
                    </Chip>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
