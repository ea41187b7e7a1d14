import type { Dossier } from "@lingong/contracts";
import { BottomSheet, ErrorAlert, knownErrorOf } from "@lingong/ui";
import { Button, Textarea } from "@mantine/core";
import { IconMessageQuestion } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Actions, forcedActions } from "../dossier/actions/actions.tsx";
import { useForce } from "../dossier/actions/use-force.ts";
import { Keys } from "../keyboard/keys.tsx";
import classes from "./desk.module.css";

/** The form below and its button in the top bar are one. */
export const decisionFormId = "decision";

/** What may be done at the desk: ask for more, decide; an operator assigns or closes. As the server offers it. */
export function DeskActions({ dossier }: { readonly dossier: Dossier }) {
  const { t } = useTranslation("admin");
  const { actions } = dossier.order;
  const offered = (command: string) => actions.some((action) => action.command === command);
  return (
    <>
      {offered("askForEvidence") && <AskForEvidence orderId={dossier.order.id} />}
      {forcedActions(dossier).length > 0 && <Actions dossier={dossier} />}
      {offered("decideDispute") && (
        <Button type="submit" form={decisionFormId} rightSection={<Keys keys={["mod", "enter"]} />}>
          {t("desk.submit")}
        </Button>
      )}
    </>
  );
}

function AskForEvidence({ orderId }: { readonly orderId: string }) {
  const { t } = useTranslation("admin");
  const force = useForce(orderId);
  const [opened, setOpened] = useState(false);
  const [note, setNote] = useState("");
  const close = () => setOpened(false);
  return (
    <>
      <Button variant="default" leftSection={<IconMessageQuestion size={18} aria-hidden />} onClick={() => setOpened(true)}>
        {t("desk.ask")}
      </Button>
      <BottomSheet opened={opened} onClose={close} title={t("desk.ask")}>
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            force.send({ type: "askForEvidence", note }, close);
          }}
        >
          <Textarea
            label={t("desk.askWhat")}
            description={t("desk.askAbout")}
            required
            autosize
            minRows={3}
            maxLength={500}
            data-autofocus
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {force.error !== null && <ErrorAlert {...knownErrorOf(force.error)} />}
          <Button type="submit" size="lg" loading={force.sending} disabled={note.trim() === ""}>
            {t("desk.askSend")}
          </Button>
        </form>
      </BottomSheet>
    </>
  );
}
