import { useIntended, useTRPC } from "@lingong/client/react";
import type { OrderCaseOutput } from "@lingong/contracts";
import { ErrorAlert, knownErrorOf, Panel, PhotoGrid, PhotoTile } from "@lingong/ui";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SwitchRow } from "../../components/switch-row.tsx";
import classes from "../order.module.css";
import { useOrder } from "../order-context.tsx";

/** The customer's consent to show before and after on the worker's page: off until they say so, and off again at any time. */
export function CasePanel() {
  const { t } = useTranslation("customer");
  const { order } = useOrder();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const key = trpc.cases.ofOrder.queryKey({ orderId: order.id });
  const { data } = useQuery(trpc.cases.ofOrder.queryOptions({ orderId: order.id }));
  const show = useIntended<{ orderId: string; shown: boolean }, OrderCaseOutput>("case", (api, input) => api.cases.show.mutate(input));
  const name = order.counterpart?.name;
  if (data === undefined || data.pair === null || name === undefined) return null;
  const { pair, shown } = data;
  return (
    <Panel title={t("case.title")}>
      <div className={classes.stack}>
        <PhotoGrid columns={2}>
          <PhotoTile photo={{ key: pair.before.id, url: pair.before.thumbnailUrl, name: t("case.before") }} />
          <PhotoTile photo={{ key: pair.after.id, url: pair.after.thumbnailUrl, name: t("case.after") }} />
        </PhotoGrid>
        <SwitchRow
          title={t("case.show", { name })}
          text={t(shown ? "case.shown" : "case.hidden")}
          checked={show.isPending ? show.variables.shown : shown}
          onChange={(wanted) => show.mutate({ orderId: order.id, shown: wanted }, { onSuccess: (answer) => queryClient.setQueryData(key, answer) })}
        />
        {show.error !== null && <ErrorAlert {...knownErrorOf(show.error)} />}
      </div>
    </Panel>
  );
}
