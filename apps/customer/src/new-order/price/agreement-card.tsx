import { Panel } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import { SwitchRow } from "../../components/switch-row.tsx";
import { useWizard } from "../draft/draft-context.tsx";

/** What happens when a worker drops out: find another at the same price, or all back. */
export function AgreementCard() {
  const { t } = useTranslation("customer");
  const { draft } = useWizard();
  return (
    <Panel title={t("agreement.title")}>
      <SwitchRow
        title={t("agreement.rematch")}
        text={t(draft.form.rematchAfterFault ? "agreement.rematchOn" : "agreement.rematchOff")}
        checked={draft.form.rematchAfterFault}
        onChange={(checked) => draft.change({ rematchAfterFault: checked })}
      />
    </Panel>
  );
}
