import { useTRPC } from "@lingong/client/react";
import { MultiChoiceChips, QueryView, useText } from "@lingong/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

export interface CategoryChoiceProps {
  readonly cityId: string;
  readonly value: readonly string[];
  readonly onChange: (categoryIds: readonly string[]) => void;
}

/** The kinds of work one takes; where a certificate is demanded it is said. */
export function CategoryChoice({ cityId, value, onChange }: CategoryChoiceProps) {
  const { t } = useTranslation("worker");
  const text = useText();
  const trpc = useTRPC();
  const categories = useQuery(trpc.catalog.categories.queryOptions({ cityId }, { staleTime: Number.POSITIVE_INFINITY }));
  return (
    <QueryView query={categories}>
      {(all) => (
        <MultiChoiceChips
          label={t("join.categories")}
          choices={all.map(({ id, name, certificate }) => ({
            value: id,
            label: certificate === "required" ? t("join.needsCertificate", { name: text(name) }) : text(name),
          }))}
          value={value}
          onChange={onChange}
        />
      )}
    </QueryView>
  );
}
