import { useTRPC } from "@lingong/client/react";
import { Panel, PhotoGrid, PhotoTile, useFormat, useText } from "@lingong/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import cases from "./cases-card.module.css";
import classes from "./worker-profile.module.css";

/** Before and after, where customers agreed to show it; nothing while there is none. */
export function CasesCard({ workerId }: { readonly workerId: string }) {
  const { t } = useTranslation("customer");
  const text = useText();
  const format = useFormat();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.cases.ofWorker.queryOptions({ workerId }));
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Panel className={classes.later} title={t("case.cases")} aside={t("case.agreed")}>
      <ul className={cases.cases}>
        {data.items.map(({ id, before, after, category, minutes }) => (
          <li key={id}>
            <PhotoGrid columns={2}>
              <PhotoTile photo={{ key: before.id, url: before.thumbnailUrl, name: t("case.before") }} />
              <PhotoTile photo={{ key: after.id, url: after.thumbnailUrl, name: t("case.after") }} />
            </PhotoGrid>
            <p className={classes.quiet}>
              {text(category.name)} · {format.span(minutes)}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
