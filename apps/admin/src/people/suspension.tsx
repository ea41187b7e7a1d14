import { useTRPC } from "@lingong/client/react";
import type { Person } from "@lingong/contracts";
import { BottomSheet, ErrorAlert, knownErrorOf } from "@lingong/ui";
import { Button, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconBan, IconCircleCheck, IconLockOpen } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { useDeviceDraft } from "../components/use-device-draft.ts";
import classes from "./person.module.css";

const effects = { suspend: ["sessions", "offline", "running", "money"], restore: ["signIn", "running"] } as const;

/** Stops an account, or opens it again: what follows, a reason, one button. */
export function Suspension({ person }: { readonly person: Person }) {
  const { t } = useTranslation("admin");
  const [opened, { open, close }] = useDisclosure(false);
  const way = person.suspended ? "restore" : "suspend";
  const Glyph = person.suspended ? IconLockOpen : IconBan;
  return (
    <>
      <Button
        variant={person.suspended ? "filled" : "outline"}
        color={person.suspended ? undefined : "red"}
        leftSection={<Glyph size={18} aria-hidden />}
        onClick={open}
      >
        {t(`suspension.${way}`)}
      </Button>
      <BottomSheet opened={opened} onClose={close} title={t(`suspension.${way}Named`, { name: person.name })}>
        <SuspensionForm person={person} way={way} onDone={close} />
      </BottomSheet>
    </>
  );
}

interface SuspensionFormProps {
  readonly person: Person;
  readonly way: "suspend" | "restore";
  readonly onDone: () => void;
}

function SuspensionForm({ person, way, onDone }: SuspensionFormProps) {
  const { t } = useTranslation("admin");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [reason, setReason] = useDeviceDraft(`suspension.${person.id}`);
  const change = useMutation(
    trpc.admin.setSuspended.mutationOptions({
      onSuccess: () => {
        setReason("");
        void queryClient.invalidateQueries({ queryKey: trpc.admin.pathKey() });
        onDone();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ userId: person.id, suspended: way === "suspend", reason });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <ul className={classes.about}>
        {effects[way].map((effect) => (
          <li key={effect}>
            <IconCircleCheck size={20} aria-hidden />
            {t(`suspension.effect.${effect}`)}
          </li>
        ))}
      </ul>
      <Textarea
        label={t("action.reason")}
        description={t("suspension.reasonAbout")}
        required
        autosize
        minRows={3}
        maxLength={500}
        data-autofocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {change.error !== null && <ErrorAlert {...knownErrorOf(change.error)} />}
      <Button type="submit" size="lg" color={way === "suspend" ? "red" : undefined} loading={change.isPending} disabled={reason.trim() === ""}>
        {t(`suspension.${way}`)}
      </Button>
    </form>
  );
}
