import { ActionBar, CountdownRing, categoryIcon, ErrorAlert, IconTile, knownErrorOf, Panel, Price, SplitBar, useFormat, useText } from "@lingong/ui";
import { Button } from "@mantine/core";
import { type Icon, IconCheck, IconClock, IconUser, IconVolume } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { SplitWords } from "../components/split-words.tsx";
import { travelIcons } from "./job-map.tsx";
import { useWhen } from "./job-when.ts";
import classes from "./offer.module.css";
import type { OpenOfferProps } from "./open-offer.tsx";
import { speak } from "./speak.ts";
import { useAnswer } from "./use-answer.ts";

interface Fact {
  readonly key: string;
  readonly icon: Icon;
  readonly title: string;
  readonly detail: string;
}

/** The same offer in large type (适老): what, when, how far, who; read aloud at a tap; yes and no under each other. */
export function OfferLarge({ offer, onDone }: OpenOfferProps) {
  const { t, i18n } = useTranslation("worker");
  const format = useFormat();
  const answer = useAnswer(offer, onDone);
  const facts = useFacts(offer);
  const until = Date.parse(offer.expiresAt);
  const net = format.money(offer.split.workerNetFen);
  const aloud = [t("offer.large.title"), t("offer.large.net", { amount: net }), ...facts.map(({ title, detail }) => `${title} ${detail}`)].join("。");
  return (
    <div className={classes.screen} data-remote>
      <div className={classes.largeHead}>
        <h1 className={classes.title}>{t("offer.large.title")}</h1>
        <Button variant="light" size="lg" leftSection={<IconVolume size={26} aria-hidden />} onClick={() => speak(aloud, i18n.language)}>
          {t("offer.large.listen")}
        </Button>
      </div>
      <div className={classes.largeCards}>
        <Panel>
          <div className={classes.top}>
            <Price fen={offer.split.workerNetFen} size={40} label={t("offer.large.youGet")} className={classes.what} />
            <CountdownRing until={until} total={until - Date.parse(offer.sentAt)} size={112} label={t("offer.ring")} />
          </div>
          <SplitBar
            legend="none"
            parts={[
              { kind: "worker", label: t("money.net"), fen: offer.split.workerNetFen },
              { kind: "platform", fen: offer.split.commissionFen },
            ]}
          />
          <SplitWords>
            <span>{t("offer.large.pays", { amount: format.money(offer.split.customerPaysFen) })}</span>
            <span>{t("offer.large.platform", { amount: format.money(offer.split.commissionFen) })}</span>
          </SplitWords>
        </Panel>
        <Panel>
          <ul className={classes.facts}>
            {facts.map(({ key, icon, title, detail }) => (
              <li key={key}>
                <IconTile icon={icon} size={48} />
                <span>
                  <b>{title}</b>
                  <span>{detail}</span>
                </span>
              </li>
            ))}
          </ul>
        </Panel>
        {answer.error !== null && <ErrorAlert {...knownErrorOf(answer.error)} />}
      </div>
      <ActionBar
        className={classes.bar}
        consequence={t("offer.large.harmless")}
        secondary={{ label: t("offer.large.decline"), onClick: answer.decline, loading: answer.declining, disabled: answer.accepting }}
        primary={{ label: t("offer.large.accept"), icon: IconCheck, onClick: answer.accept, loading: answer.accepting, disabled: answer.declining }}
      />
    </div>
  );
}

function useFacts(offer: OpenOfferProps["offer"]): readonly Fact[] {
  const { t } = useTranslation("worker");
  const { t: domain } = useTranslation("domain");
  const text = useText();
  const format = useFormat();
  const { day, range } = useWhen(offer);
  const { customer, distanceMetres, travelMinutes, travelMode } = offer;
  const facts: Fact[] = [
    { key: "what", icon: categoryIcon(offer.category.icon), title: text(offer.category.name), detail: text(offer.summary) },
    { key: "when", icon: IconClock, title: day, detail: range },
  ];
  if (distanceMetres !== null) {
    const detail = travelMinutes === null ? "" : t("offer.travel", { mode: domain(`travelMode.${travelMode}`), span: format.span(travelMinutes) });
    facts.push({ key: "far", icon: travelIcons[travelMode], title: format.distance(distanceMetres), detail });
  }
  const record =
    customer.completedOrders === 0
      ? t("offer.large.newCustomer")
      : customer.cancellations === 0
        ? t("offer.large.goodCustomer", { count: customer.completedOrders })
        : t("offer.large.customer", { count: customer.completedOrders, cancelled: customer.cancellations });
  facts.push({ key: "who", icon: IconUser, title: customer.name, detail: record });
  return facts;
}
