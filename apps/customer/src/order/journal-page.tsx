import type { OrderView, TimelineEvent } from "@lingong/contracts";
import { Page, Panel, Timeline, useFormat, useHappened, useText } from "@lingong/ui";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { SignedIn } from "../session/signed-in.tsx";
import { PageTitle } from "../shell/page-title.tsx";
import classes from "./order.module.css";
import { LoadedOrder } from "./order-page.tsx";

export function JournalPage({ orderId }: { readonly orderId: string }) {
  return <SignedIn>{() => <LoadedOrder orderId={orderId}>{(order) => <Journal order={order} />}</LoadedOrder>}</SignedIn>;
}

/** Commands whose line is filled: what changed where the order stands. */
const keyCommands: ReadonlySet<string> = new Set([
  "place",
  "capturePayment",
  "accept",
  "depart",
  "arrive",
  "start",
  "finish",
  "confirm",
  "cancel",
  "openDispute",
  "decideDispute",
]);

function Journal({ order }: { readonly order: OrderView }) {
  const { t } = useTranslation("customer");
  const { t: domain } = useTranslation("domain");
  const text = useText();
  const format = useFormat();
  const navigate = useNavigate();
  const happened = useHappened();
  const details = useEventDetails();
  return (
    <Page
      title={t("journal.title")}
      subtitle={`${text(order.category.name)} · ${t("order.code", { code: order.code })}`}
      onBack={() => void navigate({ to: "/orders/$orderId", params: { orderId: order.id } })}
    >
      <PageTitle>{t("journal.title")}</PageTitle>
      <Panel title={t("journal.what")} aside={format.zoneName()}>
        <Timeline
          label={t("journal.title")}
          items={order.timeline.map((event) => ({
            key: String(event.version),
            title: happened(event),
            code: `#${event.version}`,
            detail: [format.dateTime(Date.parse(event.at)), domain(`role.${event.by}`), ...details(event)].join(" · "),
            strong: keyCommands.has(event.command),
          }))}
        />
      </Panel>
      <p className={classes.quiet}>
        {t("journal.chained")}
        {(order.timeline.at(-1)?.version ?? 0) > order.timeline.length && ` ${t("journal.gaps")}`}
      </p>
    </Page>
  );
}

/** What a line tells beyond its words: an amount, a title, a new time. */
function useEventDetails(): (event: TimelineEvent) => string[] {
  const format = useFormat();
  return ({ details }) => {
    if (details === null) return [];
    const { title, fen, rateFenPerHour, startsAt, heldFen } = details;
    return [
      typeof title === "string" ? title : null,
      typeof fen === "number" ? format.money(fen) : null,
      typeof rateFenPerHour === "number" ? format.money(rateFenPerHour) : null,
      typeof heldFen === "number" ? format.money(heldFen) : null,
      typeof startsAt === "string" ? format.dateTime(Date.parse(startsAt)) : null,
    ].filter((part) => part !== null);
  };
}
