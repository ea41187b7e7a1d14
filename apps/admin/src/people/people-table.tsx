import type { PersonRow } from "@lingong/contracts";
import { cityOf } from "@lingong/domain";
import { Avatar, Chip, Level, useFormat, useServerNow, useText } from "@lingong/ui";
import { IconBan } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { NamedCell } from "../components/named-cell.tsx";
import { addressOf } from "../shell/address.ts";
import type { Column } from "../table/columns.ts";
import { DataTable } from "../table/data-table.tsx";
import classes from "./people.module.css";
import { VerificationChip } from "./verification-chip.tsx";

/** People as rows: who, which roles, how they stand. */
export function PeopleTable({ people, busy }: { readonly people: readonly PersonRow[]; readonly busy?: boolean }) {
  const { t } = useTranslation("admin");
  const text = useText();
  const format = useFormat();
  const now = useServerNow(60_000);
  const cityName = (id: string) => {
    const city = cityOf(id);
    return city === null ? id : text(city.name);
  };
  const seen = (person: PersonRow) => (person.lastSeenAt === null ? t("people.neverSeen") : format.ago(Date.parse(person.lastSeenAt), now));
  const columns: readonly Column<PersonRow>[] = [
    {
      key: "person",
      head: t("people.person"),
      cell: (person) => (
        <NamedCell
          lead={<Avatar name={person.name} size={36} tone="neutral" online={person.online === true} />}
          name={person.name}
          detail={person.phoneMasked}
        />
      ),
    },
    { key: "roles", head: t("people.roles"), cell: (person) => <Roles person={person} /> },
    { key: "city", head: t("orders.city"), cell: ({ cityId }) => cityName(cityId) },
    {
      key: "level",
      head: t("people.level"),
      cell: ({ level }) => level !== null && <Level level={level} />,
    },
    { key: "standing", head: t("people.standing"), align: "end", cell: ({ standing }) => (standing === null ? "" : format.count(standing)) },
    {
      key: "completed",
      head: t("people.completed"),
      align: "end",
      cell: ({ level, completedOrders }) => (level === null ? "" : format.count(completedOrders)),
    },
    {
      key: "verification",
      head: t("people.verification"),
      cell: ({ verification }) => verification !== null && <VerificationChip state={verification.state} />,
    },
    { key: "seen", head: t("people.seen"), align: "end", cell: seen },
  ];
  return (
    <DataTable
      label={t("people.table")}
      columns={columns}
      rows={people}
      keyOf={({ id }) => id}
      hrefOf={({ id }) => addressOf(`/people/${id}`)}
      busy={busy}
      compact={(person) => ({
        lead: <Avatar name={person.name} size={40} tone="neutral" online={person.online === true} />,
        title: person.name,
        detail: [person.phoneMasked, cityName(person.cityId), seen(person)].filter((part) => part !== "").join(t("app.between")),
        aside: <Roles person={person} />,
      })}
    />
  );
}

function Roles({ person }: { readonly person: PersonRow }) {
  const { t } = useTranslation("admin");
  return (
    <span className={classes.chips}>
      {person.roles.map((role) => (
        <Chip key={role}>{t(`personRole.${role}`)}</Chip>
      ))}
      {person.suspended && (
        <Chip tone="warn" icon={IconBan}>
          {t("people.suspended")}
        </Chip>
      )}
    </span>
  );
}
