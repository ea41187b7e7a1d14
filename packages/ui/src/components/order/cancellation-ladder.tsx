import { defaultPolicy, type Fen, HOUR, type Instant, type LadderStep, MINUTE, type Policy } from "@lingong/domain";
import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../format/use-format.ts";
import { useServerNow } from "../../time/server-clock.tsx";
import { classNames } from "../basics/class-names.ts";
import classes from "./cancellation-ladder.module.css";

export interface CancellationLadderProps {
  /** From the domain's `ladderSteps`: the steps by the clock are drawn, those by an event are for the notes below. */
  readonly steps: readonly LadderStep[];
  readonly startsAt: Instant;
  /** The order's pinned policy, for the rates inside the steps. */
  readonly policy?: Pick<Policy, "cancellation">;
}

interface Drawn {
  readonly key: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly feeFen: Fen;
  readonly row: LadderStep["row"];
}

/** What cancelling costs from now to the start: a step area on a time line, not to scale, with real amounts and local times. */
export function CancellationLadder({ steps, startsAt, policy = defaultPolicy }: CancellationLadderProps) {
  const { t } = useTranslation("common");
  const format = useFormat();
  const now = useServerNow(MINUTE);
  const drawn = drawnSteps(steps, now, startsAt);
  const most = Math.max(1, ...drawn.map((step) => step.feeFen));
  const columns = drawn.map((step) => (step.feeFen === 0 ? "1.3fr" : "1fr")).join(" ");
  if (drawn.length === 0) return null;
  return (
    <div className={classes.ladder}>
      <VisuallyHidden>
        <ul aria-label={t("ladder.label")}>
          {drawn.map((step) => {
            const times = { from: step.from === now ? t("ladder.now") : format.dateTime(step.from), to: format.dateTime(step.to) };
            const row = rowShare(step.row, policy);
            return (
              <li key={step.key}>
                {step.feeFen === 0
                  ? t("ladder.stepFree", times)
                  : t("ladder.stepFee", { ...times, fee: format.money(step.feeFen), rate: row === null ? "" : format.rate(row.share) })}
              </li>
            );
          })}
        </ul>
      </VisuallyHidden>
      <div className={classes.plot} style={{ gridTemplateColumns: columns }} aria-hidden="true">
        {drawn.map((step) => (
          <StepArea key={step.key} step={step} most={most} policy={policy} />
        ))}
      </div>
      <Axis drawn={drawn} columns={columns} now={now} startsAt={startsAt} />
    </div>
  );
}

function drawnSteps(steps: readonly LadderStep[], now: Instant, startsAt: Instant): readonly Drawn[] {
  const byClock = steps.filter((step) => step.event === null);
  return byClock
    .map((step, index) => ({
      key: `${step.row}-${index}`,
      row: step.row,
      feeFen: step.feeFen,
      from: Math.max(now, step.from ?? now),
      to: byClock[index + 1]?.from ?? startsAt,
    }))
    .filter((step) => step.to > step.from);
}

function rowShare(row: LadderStep["row"], policy: Pick<Policy, "cancellation">) {
  const rows = policy.cancellation;
  if (row === "middle") return rows.middle;
  if (row === "late") return rows.late;
  return row === "arrived" ? rows.arrived : null;
}

function StepArea({ step, most, policy }: { readonly step: Drawn; readonly most: Fen; readonly policy: Pick<Policy, "cancellation"> }) {
  const { t } = useTranslation("common");
  const format = useFormat();
  const row = rowShare(step.row, policy);
  if (step.feeFen === 0 || row === null) {
    return (
      <div className={classNames(classes.step, classes.free)}>
        <span className={classes.amount}>{t("ladder.free")}</span>
        <span className={classes.thin} />
      </div>
    );
  }
  const tone = row.share >= policy.cancellation.late.share ? classes.late : classes.middle;
  const hours = row.atLeastHalfHours / 2;
  return (
    <div className={classNames(classes.step, tone)}>
      <span className={classes.amount}>{format.money(step.feeFen)}</span>
      <span className={classes.area} style={{ minHeight: `${Math.max(1.375, 3.375 * (step.feeFen / most))}rem` }}>
        <b>{format.rate(row.share)}</b>
        {step.feeFen >= most && <span>{t("ladder.atLeastHours", { count: hours, formatted: hours === 0.5 ? "½" : String(hours) })}</span>}
      </span>
    </div>
  );
}

interface AxisProps {
  readonly drawn: readonly Drawn[];
  readonly columns: string;
  readonly now: Instant;
  readonly startsAt: Instant;
}

function Axis({ drawn, columns, now, startsAt }: AxisProps) {
  const { t } = useTranslation("common");
  const format = useFormat();
  const before = (at: Instant, first: boolean) => {
    const hours = Math.round(((startsAt - at) / HOUR) * 2) / 2;
    const values = { count: hours, formatted: String(hours) };
    return first ? t("ladder.hoursBeforeStart", values) : t("ladder.hoursBefore", values);
  };
  return (
    <div className={classes.axis} style={{ gridTemplateColumns: columns }} aria-hidden="true">
      {drawn.map((step, index) => (
        <div key={step.key} className={classes.mark}>
          <span className={classNames(classes.dot, index === 0 ? classes.nowDot : classes.between)} />
          <div className={index === 0 ? classes.firstLabel : classes.middleLabel}>
            <b>{step.from === now ? t("ladder.now") : `${format.dayOfMonth(step.from)} ${format.time(step.from)}`}</b>
            <span>{step.from === now ? `${format.dayOfMonth(now)} ${format.time(now)}` : before(step.from, index === 1)}</span>
          </div>
        </div>
      ))}
      <div className={classes.end}>
        <span className={classNames(classes.dot, classes.endDot)} />
        <div className={classes.endLabel}>
          <b>{format.time(startsAt)}</b>
          <span>{t("ladder.start")}</span>
        </div>
      </div>
    </div>
  );
}
