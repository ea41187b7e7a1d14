import { StateView } from "@lingong/ui";
import { IconArticle, IconHistory } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "../components/link-button.tsx";
import { FirstOrder } from "../home/first-order.tsx";
import type { OrderFilter } from "./filter.ts";
import classes from "./orders.module.css";

/** Nothing here yet: what will appear, and usual first orders with what they come to. */
export function NoOrders({ filter, past }: { readonly filter: OrderFilter; readonly past: number }) {
  const { t } = useTranslation("customer");
  return (
    <>
      <StateView
        icon={IconArticle}
        title={t(`orders.none.${filter}`)}
        action={
          <LinkButton to="/categories" size="lg">
            {t("orders.begin")}
          </LinkButton>
        }
      >
        {t(`orders.noneText.${filter}`)}
      </StateView>
      <FirstOrder />
      {filter !== "past" && past > 0 && (
        <p className={classes.past}>
          <IconHistory size={18} aria-hidden />
          {t("orders.pastThere", { count: past })}
        </p>
      )}
    </>
  );
}
