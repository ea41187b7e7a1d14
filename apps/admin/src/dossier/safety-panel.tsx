import { useIntended, useTRPC } from "@lingong/client/react";
import type { SafetyCaseView } from "@lingong/contracts";
import { ErrorAlert, knownErrorOf, Panel, useFormat } from "@lingong/ui";
import { Button, Textarea } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PersonLine } from "../components/person-line.tsx";
import classes from "./dossier.module.css";

const noteMost = 500;

/** What of this order waits for a look at people's safety; nothing, where nothing does or somebody else looks after it. */
export function SafetyPanel({ orderId }: { readonly orderId: string }) {
  const { t } = useTranslation("admin");
  const trpc = useTRPC();
  const { data } = useQuery(trpc.messages.safetyCases.queryOptions({ orderId }));
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Panel title={t("safety.title")} tone="warn">
      {data.items.map((waiting) => (
        <OneCase key={waiting.id} waiting={waiting} />
      ))}
    </Panel>
  );
}

function OneCase({ waiting }: { readonly waiting: SafetyCaseView }) {
  const { t } = useTranslation("admin");
  const { t: domain } = useTranslation("domain");
  const format = useFormat();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [note, setNote] = useState("");
  const close = useIntended<{ caseId: string; note: string }, unknown>("safety.close", (api, input) => api.messages.closeSafetyCase.mutate(input));
  const send = () =>
    close.mutate(
      { caseId: waiting.id, note: note.trim() },
      { onSuccess: () => void queryClient.invalidateQueries({ queryKey: trpc.messages.safetyCases.pathKey() }) },
    );
  return (
    <div className={classes.safety}>
      <PersonLine
        id={waiting.personId}
        name={waiting.personName}
        detail={`${domain(`role.${waiting.side}`)} · ${format.dateTime(Date.parse(waiting.at))}`}
      />
      <p className={classes.quote}>
        <b>{t("safety.codeRequest")}</b>
        {waiting.text ?? t("safety.erased")}
      </p>
      <Textarea
        label={t("safety.note")}
        placeholder={t("safety.noteHint")}
        autosize
        minRows={2}
        maxLength={noteMost}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {close.error !== null && <ErrorAlert {...knownErrorOf(close.error)} />}
      <Button disabled={note.trim() === ""} loading={close.isPending} onClick={send}>
        {t("safety.close")}
      </Button>
    </div>
  );
}
