import { defaultPolicy, type FeePlan, type FeePlanId, type FeePlans, type PlanProblem, type PolicyLeaf } from "@lingong/domain";
import { Panel, useFormat } from "@lingong/ui";
import { ActionIcon, Button } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { DraftField, DraftRow, DraftTable } from "../components/draft-table.tsx";
import { withBracketAdded, withNumber, withoutBracket } from "./draft-plans.ts";
import classes from "./fees.module.css";
import { useNumberName } from "./use-number-name.ts";

export interface PlanEditorProps {
  readonly id: FeePlanId;
  readonly draft: FeePlans;
  readonly current: FeePlans;
  readonly problems: readonly PlanProblem[];
  readonly onChange: (plans: FeePlans) => void;
}

/** The number of a plan at a path; undefined where that plan has none. */
function numberAt(plans: FeePlans, path: string): PolicyLeaf | undefined {
  return path.split(".").reduce<unknown>((part, key) => (part as Readonly<Record<string, unknown>> | undefined)?.[key], plans) as
    | PolicyLeaf
    | undefined;
}

/** The numbers of one plan: as they are, and as the draft has them; what breaks a rule is said beside it. */
export function PlanEditor(props: PlanEditorProps) {
  const { t } = useTranslation("admin");
  const format = useFormat();
  const { id, draft } = props;
  const plan = draft[id];
  const { least, most } = defaultPolicy.fees.changes.ranges[id];
  const range =
    least === most ? t("fees.fixed", { rate: format.rate(least) }) : t("fees.range", { least: format.rate(least), most: format.rate(most) });
  return (
    <Panel title={t(`fees.plan.${id}`)} aside={range}>
      <DraftTable heads={[t("fees.rate"), t("fees.current"), t("fees.draft")]}>
        <Numbers {...props} plan={plan} />
      </DraftTable>
    </Panel>
  );
}

function Numbers({ plan, ...props }: PlanEditorProps & { readonly plan: FeePlan }) {
  const { t } = useTranslation("admin");
  const { id } = props;
  const lowest = <NumberRow {...props} label={t("fees.lowest")} path={`${id}.lowest`} />;
  switch (plan.kind) {
    case "flat":
      return (
        <>
          <NumberRow {...props} label={t("fees.flatRate")} path={`${id}.rate`} />
          {lowest}
        </>
      );
    case "graded":
      return (
        <>
          <NumberRow {...props} label={t("fees.base")} path={`${id}.base`} />
          <NumberRow {...props} label={t("fees.certified")} path={`${id}.certified`} />
          <NumberRow {...props} label={t("fees.certifiedAndLevel", { level: plan.fromLevel })} path={`${id}.certifiedAndLevel`} />
          {lowest}
        </>
      );
    case "marginal":
      return (
        <>
          <Brackets {...props} plan={plan} />
          {plan.discounts.map(({ fromCompletedOrders }, index) => (
            <NumberRow
              key={index}
              {...props}
              label={t("fees.discountFrom", { count: fromCompletedOrders })}
              path={`${id}.discounts.${index}.points`}
            />
          ))}
          {lowest}
        </>
      );
  }
}

function Brackets({ plan, ...props }: PlanEditorProps & { readonly plan: Extract<FeePlan, { kind: "marginal" }> }) {
  const { t } = useTranslation("admin");
  const { id, draft, onChange } = props;
  const { bracketsAtMost } = defaultPolicy.fees.changes;
  return (
    <>
      {plan.brackets.map(({ upToFen }, index) => (
        <DraftRow
          key={index}
          inForce={<InForce {...props} path={`${id}.brackets.${index}.rate`} />}
          name={
            upToFen === null ? (
              t("fees.above")
            ) : (
              <span className={classes.end}>
                <NumberField {...props} label={t("fees.bracketEnd", { count: index + 1 })} path={`${id}.brackets.${index}.upToFen`} prefix="¥" />
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t("fees.removeBracket", { count: index + 1 })}
                  onClick={() => onChange(withoutBracket(draft, id, index))}
                >
                  <IconTrash size={18} aria-hidden />
                </ActionIcon>
              </span>
            )
          }
        >
          <NumberField {...props} label={t("fees.bracketRate", { count: index + 1 })} path={`${id}.brackets.${index}.rate`} />
        </DraftRow>
      ))}
      <div className={classes.add}>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={plan.brackets.length >= bracketsAtMost}
          onClick={() => onChange(withBracketAdded(draft, id))}
        >
          {t("fees.addBracket")}
        </Button>
        <span>{t("fees.byBracket")}</span>
      </div>
    </>
  );
}

interface NumberProps extends PlanEditorProps {
  readonly label: string;
  readonly path: string;
  readonly prefix?: string;
}

function NumberRow(props: NumberProps) {
  return (
    <DraftRow name={props.label} inForce={<InForce {...props} />}>
      <NumberField {...props} />
    </DraftRow>
  );
}

function InForce({ current, path }: Pick<NumberProps, "current" | "path">) {
  const { written } = useNumberName();
  return written(path, numberAt(current, path));
}

/** Fen as yuan and basis points as per cent: both are written in hundredths. */
function NumberField({ draft, current, problems, onChange, label, path, prefix }: NumberProps) {
  const { problemOf } = useNumberName();
  const value = numberAt(draft, path);
  const problem = problems.find((one) => one.path === path);
  return (
    <DraftField
      label={label}
      changed={numberAt(current, path) !== value}
      allowNegative={false}
      decimalScale={2}
      maxLength={12}
      prefix={prefix}
      suffix={prefix === undefined ? " %" : undefined}
      thousandSeparator={prefix === undefined ? undefined : ","}
      value={typeof value === "number" ? value / 100 : Number.NaN}
      onChange={(next) => onChange(withNumber(draft, path, Math.round(next * 100)))}
      error={problem === undefined ? undefined : problemOf(problem)}
    />
  );
}
