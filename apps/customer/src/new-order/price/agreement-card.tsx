import { Panel } from "@lingong/ui";
import { Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useWizard } from "../draft/draft-context.tsx";

/** What happens when a worker drops out: find another at the same price, or all back. */
export function AgreementCard() {
  const { t } = useTranslation("customer");
  const { draft } = useWizard();
  return (
    <Panel title={t("agreement.title")}>
      <Switch
        label={t("agreement.rematch")}
        description={t(draft.form.rematchAfterFault ? "agreement.rematchOn" : "agreement.rematchOff")}
        checked={draft.form.rematchAfterFault}
        onChange={(event) => draft.change({ rematchAfterFault: event.currentTarget.checked })}
      />
    </Panel>
  );
}
