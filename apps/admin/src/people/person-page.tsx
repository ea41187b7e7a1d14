import { useAppSession, useTRPC } from "@lingong/client/react";
import type { Person } from "@lingong/contracts";
import { CardSkeleton, Chip, Loading, Panel, QueryView } from "@lingong/ui";
import { IconBan } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { AdminPage } from "../shell/admin-page.tsx";
import { FaultsPanel } from "./faults-panel.tsx";
import { PayoutHold } from "./payout-hold.tsx";
import classes from "./person.module.css";
import { PersonOrders } from "./person-orders.tsx";
import { PersonPanel } from "./person-panel.tsx";
import { Suspension } from "./suspension.tsx";
import { WorkerPanel } from "./worker-panel.tsx";

/** One person: who they are, how they stand, what they ordered or did, and how to stop an account. */
export function PersonPage({ userId }: { readonly userId: string }) {
  const { t } = useTranslation("admin");
  const trpc = useTRPC();
  const { me } = useAppSession();
  const query = useQuery(trpc.admin.person.queryOptions({ userId }));
  const person = query.data;
  const maySuspend = me?.admin?.roles.includes("operator") === true && me.id !== userId;
  const mayHold = me?.admin?.roles.some((role) => role === "finance" || role === "operator") === true && me.id !== userId;
  return (
    <AdminPage
      title={person?.name ?? t("person.title")}
      documentTitle={person && t("person.documentTitle", { name: person.name })}
      mark={
        person?.suspended && (
          <Chip tone="warn" icon={IconBan}>
            {t("people.suspended")}
          </Chip>
        )
      }
      actions={person && maySuspend ? <Suspension person={person} /> : undefined}
    >
      <QueryView query={query} skeleton={<PersonSkeleton />}>
        {(loaded) => <Columns person={loaded} mayHold={mayHold} />}
      </QueryView>
    </AdminPage>
  );
}

function Columns({ person, mayHold }: { readonly person: Person; readonly mayHold: boolean }) {
  const { t } = useTranslation("admin");
  return (
    <div className={classes.grid}>
      <div className={classes.column}>
        <PersonPanel person={person} />
        {person.level !== null && <WorkerPanel person={person} />}
        {person.level !== null && <PayoutHold person={person} mayHold={mayHold} />}
        {person.level !== null && <FaultsPanel faults={person.faults} />}
      </div>
      <Panel flush title={t("person.orders")} className={classes.wide}>
        <PersonOrders person={person} />
      </Panel>
    </div>
  );
}

function PersonSkeleton() {
  return (
    <Loading>
      <div className={classes.grid}>
        <div className={classes.column}>
          <CardSkeleton lines={6} round={64} />
          <CardSkeleton lines={4} />
        </div>
        <CardSkeleton lines={10} />
      </div>
    </Loading>
  );
}
