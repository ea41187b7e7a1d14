import { ErrorAlert, knownErrorOf } from "@lingong/ui";
import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "./actions.module.css";
import type { ActionFormProps } from "./actions.tsx";
import { NextLine } from "./consequence.tsx";
import { useForce } from "./use-force.ts";

/** Ends the evidence early: the arbitrators' clock runs from now. */
export function CloseEvidence({ dossier, action, onDone }: ActionFormProps) {
  const { t } = useTranslation("admin");
  const { t: domain } = useTranslation("domain");
  const force = useForce(dossier.order.id);
  return (
    <div className={classes.form}>
      <p className={classes.about}>{t("action.closeEvidenceAbout")}</p>
      <NextLine from={dossier.order.state} consequence={action.consequence} />
      {force.error !== null && <ErrorAlert {...knownErrorOf(force.error)} />}
      <Button size="lg" data-autofocus loading={force.isPending} onClick={() => force.send({ type: "closeEvidence" }, onDone)}>
        {domain("command.closeEvidence")}
      </Button>
    </div>
  );
}
