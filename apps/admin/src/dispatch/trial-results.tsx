import type { DispatchTrialOutput } from "@lingong/contracts";
import { waitBounds } from "@lingong/domain";
import { FigureCard, Panel, StateView, useFormat, useText } from "@lingong/ui";
import { IconFlask } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { FigureRow } from "../components/figure-row.tsx";
import { addressOf } from "../shell/address.ts";
import type { Column } from "../table/columns.ts";
import { DataTable } from "../table/data-table.tsx";
import classes from "./dispatch.module.css";
import { PairedBars } from "./paired-bars.tsx";

type Example = DispatchTrialOutput["examples"][number];

/** What the trial came to: four figures, how way, wait and income are spread, and orders that would have begun with another. */
export function TrialResults({ trial }: { readonly trial: DispatchTrialOutput }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const { current, draft } = trial;
  if (current.rounds === 0) {
    return (
      <StateView icon={IconFlask} title={t("dispatch.noTrial")}>
        {t("dispatch.noTrialBody")}
      </StateView>
    );
  }
  const deciles = current.incomeDeciles.map((fen, index) => ({
    key: String(index),
    label: String(index + 1),
    from: fen,
    to: draft.incomeDeciles[index] ?? 0,
  }));
  const kilometres = current.byKilometre.map((from, index, all) => ({
    key: String(index),
    label: index === all.length - 1 ? t("dispatch.beyond", { value: index }) : `${index}–${index + 1}`,
    tick: index === all.length - 1 ? t("dispatch.beyond", { value: index }) : String(index),
    from,
    to: draft.byKilometre[index] ?? 0,
  }));
  const waits = current.byWait.map((from, index) => {
    const bound = waitBounds[index];
    const label = bound === undefined ? t("dispatch.beyond", { value: String(waitBounds.at(-1)) }) : t("dispatch.under", { value: bound });
    return { key: String(index), label, from, to: draft.byWait[index] ?? 0 };
  });
  return (
    <>
      {trial.cut && <p className={classes.second}>{t("dispatch.cut", { count: current.rounds })}</p>}
      <TrialFigures trial={trial} />
      <div className={classes.charts}>
        <PairedBars title={t("dispatch.byKilometre")} unit={t("dispatch.kilometres")} bars={kilometres} format={format.count} />
        <PairedBars title={t("dispatch.byWait")} unit={t("dispatch.minutes")} bars={waits} format={format.count} />
      </div>
      <PairedBars title={t("dispatch.deciles")} unit={t("dispatch.decilesUnit")} bars={deciles} format={format.money} />
      <Examples trial={trial} />
      <Panel title={t("dispatch.cannotKnow")}>
        <ul className={classes.notes}>
          {(["rounds", "accept", "later"] as const).map((key) => (
            <li key={key}>{t(`dispatch.assumption.${key}`)}</li>
          ))}
        </ul>
      </Panel>
    </>
  );
}

function TrialFigures({ trial: { current, draft, otherChoices } }: { readonly trial: DispatchTrialOutput }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const share = (value: number | null) => (value === null ? "—" : format.share(value / 10_000));
  const seconds = (value: number | null) => (value === null ? "—" : format.seconds(value));
  const metres = (value: number | null) => (value === null ? "—" : format.distance(value));
  const gini = (value: number | null) => (value === null ? "—" : (value / 10_000).toFixed(3));
  return (
    <FigureRow>
      <FigureCard
        label={t("dispatch.fill")}
        value={share(draft.fillRate)}
        note={t("dispatch.from", { value: share(current.fillRate), orders: format.count(current.orders) })}
      />
      <FigureCard
        label={t("dispatch.wait")}
        value={seconds(draft.meanWaitSeconds)}
        note={t("dispatch.fromOnly", { value: seconds(current.meanWaitSeconds) })}
      />
      <FigureCard label={t("dispatch.way")} value={metres(draft.meanMetres)} note={t("dispatch.fromOnly", { value: metres(current.meanMetres) })} />
      <FigureCard
        label={t("dispatch.gini")}
        value={gini(draft.incomeGini)}
        note={t("dispatch.giniNote", { value: gini(current.incomeGini), others: format.count(otherChoices) })}
      />
    </FigureRow>
  );
}

/** Orders the draft would have begun with another worker. */
function Examples({ trial: { examples, otherChoices } }: { readonly trial: DispatchTrialOutput }) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const text = useText();
  const nameOf = ({ category, orderId }: Example) => `${category === null ? "" : text(category.name)} · ${orderId.slice(-6)}`;
  const choice = (side: Example["from"]) =>
    side === null ? t("dispatch.nobody") : t("dispatch.choice", { name: side.workerName, score: side.score, way: format.distance(side.metres) });
  const columns: readonly Column<Example>[] = [
    { key: "order", head: t("dispatch.order"), cell: nameOf },
    { key: "from", head: t("dispatch.inForce"), cell: ({ from }) => choice(from) },
    { key: "to", head: t("dispatch.draft"), cell: ({ to }) => <b>{choice(to)}</b> },
  ];
  return (
    <Panel flush title={t("dispatch.others")} aside={t("dispatch.othersAside", { count: otherChoices })}>
      {examples.length === 0 ? (
        <p className={classes.none}>{t("dispatch.noOthers")}</p>
      ) : (
        <DataTable
          label={t("dispatch.others")}
          columns={columns}
          rows={examples}
          keyOf={({ orderId }) => orderId}
          hrefOf={({ orderId }) => addressOf(`/orders/${orderId}`)}
          compact={(row) => ({ title: nameOf(row), detail: `${choice(row.from)} → ${choice(row.to)}` })}
        />
      )}
    </Panel>
  );
}
