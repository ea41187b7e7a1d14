import { useTRPC } from "@lingong/client/react";
import { HOUR, MINUTE } from "@lingong/domain";
import {
  ActionBar,
  BottomSheet,
  ErrorAlert,
  knownErrorOf,
  ListRow,
  ListRows,
  Panel,
  QueryView,
  useFormat,
  useServerClock,
  useServerNow,
} from "@lingong/ui";
import { ActionIcon, Button } from "@mantine/core";
import { IconCoffee, IconPlus, IconTrash } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { MomentField } from "./moment-field.tsx";
import classes from "./schedule.module.css";

/** Times without offers: hard, and never a reason for fewer of them afterwards. */
export function RestBlocks() {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const now = useServerNow(MINUTE);
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [adding, setAdding] = useState(false);
  const refresh = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: trpc.workers.pathKey() }),
      queryClient.invalidateQueries({ queryKey: trpc.schedule.pathKey() }),
    ]);
  const query = useQuery(trpc.workers.restBlocks.queryOptions());
  const remove = useMutation(trpc.workers.removeRestBlock.mutationOptions({ onSuccess: refresh }));
  return (
    <Panel
      title={t("rest.title")}
      dense
      aside={
        // The form proposes hours by the server's clock, which its first answer brings.
        <Button variant="light" leftSection={<IconPlus size={18} aria-hidden />} disabled={query.isPending} onClick={() => setAdding(true)}>
          {t("rest.add")}
        </Button>
      }
    >
      <QueryView query={query} empty={<p className={classes.second}>{t("rest.empty")}</p>}>
        {(blocks) => (
          <ListRows>
            {blocks.map(({ id, from, to }) => {
              const when = format.dayTimeRange(Date.parse(from), Date.parse(to), now);
              return (
                <ListRow
                  key={id}
                  icon={IconCoffee}
                  title={when}
                  aside={
                    <ActionIcon
                      aria-label={t("rest.remove", { when })}
                      onClick={() => remove.mutate({ id })}
                      loading={remove.isPending && remove.variables.id === id}
                    >
                      <IconTrash size={20} aria-hidden />
                    </ActionIcon>
                  }
                />
              );
            })}
          </ListRows>
        )}
      </QueryView>
      {remove.error !== null && <ErrorAlert {...knownErrorOf(remove.error)} />}
      <BottomSheet opened={adding} onClose={() => setAdding(false)} title={t("rest.addTitle")}>
        <AddRest onDone={() => setAdding(false)} />
      </BottomSheet>
    </Panel>
  );
}

const usualLength = 2 * HOUR;

function AddRest({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation("worker");
  const format = useFormat();
  const readClock = useServerClock();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [id] = useState(() => crypto.randomUUID());
  const [from, setFrom] = useState(() => Math.ceil(readClock() / HOUR) * HOUR + HOUR);
  const [to, setTo] = useState(from + usualLength);
  const add = useMutation(
    trpc.workers.addRestBlock.mutationOptions({
      onSuccess: async () => {
        await Promise.all([
          queryClient.invalidateQueries({ queryKey: trpc.workers.pathKey() }),
          queryClient.invalidateQueries({ queryKey: trpc.schedule.pathKey() }),
        ]);
        onDone();
      },
    }),
  );
  const begin = (at: number) => {
    setFrom(at);
    if (to <= at) setTo(at + usualLength);
  };
  return (
    <div className={classes.form}>
      <MomentField label={t("rest.from")} value={from} onChange={begin} zone={format.zone} />
      <MomentField label={t("rest.to")} value={to} onChange={setTo} zone={format.zone} />
      {add.error !== null && <ErrorAlert {...knownErrorOf(add.error)} />}
      <ActionBar
        placement="inline"
        consequence={t("rest.consequence")}
        primary={{
          label: t("rest.save"),
          disabled: to <= from,
          loading: add.isPending,
          onClick: () => add.mutate({ id, from: new Date(from).toISOString(), to: new Date(to).toISOString() }),
        }}
      />
    </div>
  );
}
