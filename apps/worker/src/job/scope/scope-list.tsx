import type { JobView, OrderView } from "@lingong/contracts";
import { PhotoGrid, PhotoTile, useText } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import classes from "./scope-list.module.css";

/** What is to be done, question by question, with the customer's note and pictures: of an offer as of an agreed job. */
export function ScopeList({ terms }: { readonly terms: (JobView | OrderView)["terms"] }) {
  const { t } = useTranslation("worker");
  const text = useText();
  return (
    <>
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
    </>
  );
}
