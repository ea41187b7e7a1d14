import { Panel, PhotoGrid, PhotoTile, useDistrict, useFormat, useText } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import classes from "../order.module.css";
import { useOrder } from "../order-context.tsx";

/** What was ordered: scope, place, price, as signed. */
export function TermsPanel() {
  const { t } = useTranslation("customer");
  const { t: common } = useTranslation("common");
  const text = useText();
  const district = useDistrict();
  const format = useFormat();
  const { order } = useOrder();
  const { terms, address } = order;
  const facts: { key: string; label: string; value: string }[] = [
    ...terms.scope.map((item) => ({ key: item.key, label: text(item.label), value: text(item.text) })),
    ...(terms.note === "" ? [] : [{ key: "note", label: t("newOrder.note"), value: terms.note }]),
    ...(address === null
      ? []
      : [{ key: "address", label: t("place.address"), value: [district(address.district), address.line].filter(Boolean).join(" ") }]),
    ...(address?.accessNotes ? [{ key: "access", label: t("place.access"), value: address.accessNotes }] : []),
    {
      key: "price",
      label: t("price.rate"),
      value:
        terms.pricing === "quotes" && terms.rateFenPerHour === 0
          ? t("quotes.byQuote")
          : common("format.formula", {
              rate: format.money(terms.rateFenPerHour),
              duration: format.span(terms.bookedMinutes),
              people: format.people(terms.headcount),
            }),
    },
  ];
  return (
    <Panel title={t("order.terms")} aside={t("order.code", { code: order.code })}>
      <dl className={classes.facts}>
        {facts.map(({ key, label, value }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {terms.photos.length > 0 && (
        <PhotoGrid columns={4}>
          {terms.photos.map((photo) => (
            <PhotoTile key={photo.id} ratio="1 / 1" photo={{ key: photo.id, url: photo.thumbnailUrl ?? "", name: photo.label || undefined }} />
          ))}
        </PhotoGrid>
      )}
    </Panel>
  );
}
