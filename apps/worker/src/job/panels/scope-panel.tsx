import type { OrderView } from "@lingong/contracts";
import { Avatar, Panel, PhotoGrid, PhotoTile, Rating, useFormat, useText } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import classes from "./panels.module.css";

/** For whom and what is to be done, as it was agreed. */
export function ScopePanel({ order }: { readonly order: OrderView }) {
  const { t } = useTranslation("worker");
  const text = useText();
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
      <dl className={classes.scope}>
        {terms.scope.map(({ key, label, text: answer }) => (
          <div key={key}>
            <dt>{text(label)}</dt>
            <dd>{text(answer)}</dd>
          </div>
        ))}
        {terms.note !== "" && (
          <div>
            <dt>{t("offer.note")}</dt>
            <dd>{terms.note}</dd>
          </div>
        )}
      </dl>
      {terms.photos.length > 0 && (
        <PhotoGrid columns={3}>
          {terms.photos.map(({ id, url, thumbnailUrl, label }) => {
            const address = thumbnailUrl ?? url;
            return address === null ? null : <PhotoTile key={id} photo={{ key: id, url: address, ...(label === "" ? {} : { name: label }) }} />;
          })}
        </PhotoGrid>
      )}
    </Panel>
  );
}
