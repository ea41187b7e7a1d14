import type { OrderView } from "@lingong/contracts";
import { Avatar, Panel, Rating, useFormat } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { ScopeList } from "../scope/scope-list.tsx";
import classes from "./panels.module.css";

/** For whom and what is to be done, as it was agreed. */
export function ScopePanel({ order }: { readonly order: OrderView }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const { terms, counterpart } = order;
  return (
    <Panel title={t("scope.title")} aside={format.span(order.authorisedMinutes)}>
      {counterpart !== null && (
        <div className={classes.person}>
          <Avatar name={counterpart.name} imageUrl={counterpart.avatarUrl} size={36} tone="neutral" />
          <b>{counterpart.name}</b>
          <Rating value={counterpart.starsHundredths === null ? null : counterpart.starsHundredths / 100} />
          <span className={classes.second}>{counterpart.together > 0 ? t("scope.together", { count: counterpart.together }) : t("scope.first")}</span>
        </div>
      )}
      <ScopeList terms={terms} />
    </Panel>
  );
}
