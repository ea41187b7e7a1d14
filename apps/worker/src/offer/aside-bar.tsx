import { useFormat, useTimeLeft } from "@lingong/ui";
import { IconBolt } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./offer.module.css";
import { useOfferWatch } from "./offer-watch.tsx";

/** Offers that were put aside: still open, with the time of the one that ends first. */
export function AsideBar() {
  const { queue, offers, tell } = useOfferWatch();
  const first = queue.showing === null ? offers.find(({ id }) => id === queue.open[0]) : undefined;
  if (first === undefined) return null;
  return <Bar count={queue.open.length} until={Date.parse(first.expiresAt)} onOpen={() => tell({ type: "show", id: first.id })} />;
}

function Bar({ count, until, onOpen }: { readonly count: number; readonly until: number; readonly onOpen: () => void }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const left = useTimeLeft(until);
  if (left === 0) return null;
  return (
    <button type="button" className={classes.aside} onClick={onOpen}>
      <IconBolt size={20} aria-hidden />
      <span>{t("offer.asideBar", { count })}</span>
      <b>{format.countdown(left)}</b>
    </button>
  );
}
