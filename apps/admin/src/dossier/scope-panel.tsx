import type { OrderView, PhotoView } from "@lingong/contracts";
import { Panel, PhotoGrid, PhotoTile, useFormat, useText } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { Facts } from "../components/facts.tsx";
import classes from "./dossier.module.css";

/** The signed scope, item by item, and the add-ons that came to it. */
export function ScopePanel({ order }: { readonly order: OrderView }) {
  const { t } = useTranslation("admin");
  const { t: domain } = useTranslation("domain");
  const text = useText();
  const format = useFormat();
  return (
    <Panel title={t("dossier.scope")} aside={<code className={classes.code}>{order.terms.termsHash.slice(0, 12)}</code>}>
      <Facts facts={order.terms.scope.map((item) => ({ key: item.key, label: text(item.label), value: text(item.text) }))} />
      {order.addOns.length > 0 && (
        <>
          <h3 className={classes.subheading}>{t("dossier.addOns")}</h3>
          <Facts
            facts={order.addOns.map((addOn) => ({
              key: addOn.id,
              label: addOn.title,
              value: t("dossier.addOn", { money: format.money(addOn.fen), state: domain(`addOnState.${addOn.state}`) }),
            }))}
          />
        </>
      )}
    </Panel>
  );
}

/** What was photographed, each with its moment; nothing where there is nothing. */
export function PhotosPanel({ order }: { readonly order: OrderView }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const shown = order.photos.filter((photo): photo is PhotoView & { url: string } => photo.url !== null);
  if (shown.length === 0) return null;
  return (
    <Panel title={t("dossier.photos")} aside={shown.length}>
      <PhotoGrid columns={3}>
        {shown.map((photo) => (
          <PhotoTile
            key={photo.id}
            photo={{
              key: photo.id,
              url: photo.thumbnailUrl ?? photo.url,
              name: photo.label === "" ? t(`dossier.photo.${photo.purpose}`) : photo.label,
              stamp: photo.takenAt === null ? undefined : format.dateTime(Date.parse(photo.takenAt)),
            }}
            onOpen={() => window.open(photo.url, "_blank", "noopener")}
          />
        ))}
      </PhotoGrid>
    </Panel>
  );
}
