import type { OrderView } from "@lingong/contracts";
import { type CommandType, MINUTE } from "@lingong/domain";
import { Panel, Timeline, useFormat, useHappened, useServerNow } from "@lingong/ui";
import { useTranslation } from "react-i18next";

const strong: ReadonlySet<string> = new Set<CommandType>(["accept", "arrive", "start", "finish", "confirm", "cancel"]);

/** What happened, with its times: from the job's own record. */
export function MomentsPanel({ order }: { readonly order: OrderView }) {
  const { t } = useTranslation("worker");
  const { t: domain } = useTranslation("domain");
  const happened = useHappened();
  const format = useFormat();
  const now = useServerNow(MINUTE);
  return (
    <Panel title={t("moments.title")} aside={t("moments.code", { code: order.code })}>
      <Timeline
        label={t("moments.title")}
        items={order.timeline.map(({ version, at, command, timer, by }) => ({
          key: String(version),
          title: happened({ command, timer }),
          detail: `${format.shortMoment(Date.parse(at), now)} · ${domain(`role.${by}`)}`,
          strong: strong.has(command),
        }))}
      />
    </Panel>
  );
}
