import { type DispatchDraft, type DispatchProblem, scoreMost, type WeightName, weightNames } from "@lingong/domain";
import { Panel } from "@lingong/ui";
import { IconAlertCircle, IconCircleCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { DraftField, DraftRow, DraftTable } from "../components/draft-table.tsx";
import classes from "./dispatch.module.css";

export interface WeightsEditorProps {
  readonly draft: DispatchDraft;
  readonly inForce: DispatchDraft;
  readonly problems: readonly DispatchProblem[];
  readonly onChange: (draft: DispatchDraft) => void;
}

/** What each part is worth at most, beside what is in force; together they come to 1000. */
export function WeightsEditor({ draft, inForce, problems, onChange }: WeightsEditorProps) {
  const { t } = useTranslation("admin");
  const sum = weightNames.reduce((total, name) => total + (Number.isFinite(draft.score[name]) ? draft.score[name] : 0), 0);
  const problemOf = (path: string) => problems.find((problem) => problem.path === path);
  const setWeight = (name: WeightName) => (value: number) => onChange({ ...draft, score: { ...draft.score, [name]: value } });
  return (
    <Panel title={t("dispatch.weights")} aside={t("dispatch.weightsAside")}>
      <DraftTable heads={[t("dispatch.part"), t("dispatch.inForce"), t("dispatch.draft")]}>
        {weightNames.map((name) => (
          <NumberRow
            key={name}
            label={t(`dispatch.weight.${name}`)}
            from={inForce.score[name]}
            value={draft.score[name]}
            problem={problemOf(`score.${name}`)}
            onChange={setWeight(name)}
          />
        ))}
        {(["age", "expiry"] as const).map((name) => (
          <NumberRow
            key={name}
            label={t(`dispatch.urgency.${name}`)}
            from={inForce.urgency[name]}
            value={draft.urgency[name]}
            problem={problemOf(`urgency.${name}`)}
            onChange={(value) => onChange({ ...draft, urgency: { ...draft.urgency, [name]: value } })}
          />
        ))}
        <NumberRow
          label={t("dispatch.waveSize")}
          from={inForce.waveSize}
          value={draft.waveSize}
          problem={problemOf("waveSize")}
          onChange={(waveSize) => onChange({ ...draft, waveSize })}
        />
      </DraftTable>
      <p className={classes.sum} data-broken={sum === scoreMost ? undefined : true} role="status">
        {sum === scoreMost ? <IconCircleCheck size={20} aria-hidden /> : <IconAlertCircle size={20} aria-hidden />}
        {t(sum === scoreMost ? "dispatch.sumRight" : "dispatch.sumWrong", { sum, most: scoreMost, apart: Math.abs(scoreMost - sum) })}
      </p>
    </Panel>
  );
}

interface NumberRowProps {
  readonly label: string;
  readonly from: number;
  readonly value: number;
  readonly problem: DispatchProblem | undefined;
  readonly onChange: (value: number) => void;
}

function NumberRow({ label, from, value, problem, onChange }: NumberRowProps) {
  const { t } = useTranslation("admin");
  return (
    <DraftRow name={label} inForce={from}>
      <DraftField
        label={label}
        maxLength={5}
        value={value}
        changed={from !== value}
        onChange={onChange}
        error={problem === undefined ? undefined : t(`dispatch.problem.${problem.code}`, { bound: problem.bound ?? 0 })}
      />
    </DraftRow>
  );
}
