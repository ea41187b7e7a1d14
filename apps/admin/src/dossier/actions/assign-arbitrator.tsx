import { ChoiceTile, ErrorAlert, knownErrorOf } from "@lingong/ui";
import { Button } from "@mantine/core";
import { IconShieldCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./actions.module.css";
import type { ActionFormProps } from "./actions.tsx";
import { NextLine } from "./consequence.tsx";
import { useForce } from "./use-force.ts";

/** Puts somebody in charge who was never involved: only such people are offered. */
export function AssignArbitrator({ dossier, action, onDone }: ActionFormProps) {
  const { t } = useTranslation("admin");
  const [arbitratorId, setArbitratorId] = useState<string | null>(null);
  const force = useForce(dossier.order.id);
  const { arbitrators } = dossier;
  const chosen = arbitrators.find(({ id }) => id === arbitratorId);
  return (
    <div className={classes.form}>
      <p className={classes.about}>{arbitrators.length === 0 ? t("action.noArbitrators") : t("action.conflictFree")}</p>
      <div className={classes.choices}>
        {arbitrators.map(({ id, name, open }) => (
          <ChoiceTile
            key={id}
            name="arbitrator"
            value={id}
            checked={id === arbitratorId}
            onChange={setArbitratorId}
            icon={IconShieldCheck}
            title={name}
          >
            {`${t("action.neverInvolved")}${t("app.between")}${t("desk.open", { count: open })}`}
          </ChoiceTile>
        ))}
      </div>
      <NextLine from={dossier.order.state} consequence={action.consequence} />
      {force.error !== null && <ErrorAlert {...knownErrorOf(force.error)} />}
      <Button
        size="lg"
        loading={force.isPending}
        disabled={chosen === undefined}
        onClick={() => chosen !== undefined && force.send({ type: "assignArbitrator", arbitratorId: chosen.id }, onDone)}
      >
        {chosen === undefined ? t("action.choose") : t("action.assign", { name: chosen.name })}
      </Button>
    </div>
  );
}
