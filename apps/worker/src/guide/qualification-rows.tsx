import type { QualificationView } from "@lingong/contracts";
import { categoryOf } from "@lingong/domain";
import { Chip, ListRow, useFormat, useText } from "@lingong/ui";
import { useTranslation } from "react-i18next";
import classes from "./guide.module.css";

const good: Readonly<Record<QualificationView["state"], boolean>> = { qualified: true, certificate_missing: false, expired: false };

/** Each kind of work one has chosen, and whether orders of it may come. */
export function QualificationRows({ qualifications }: { readonly qualifications: readonly QualificationView[] }) {
  const { t } = useTranslation("worker");
  const text = useText();
  const format = useFormat();
  return (
    <div className={classes.rows}>
      {qualifications.map(({ categoryId, state, certified, validUntil }) => {
        const category = categoryOf(categoryId);
        const until = validUntil === null ? null : format.dateYear(Date.parse(validUntil));
        return (
          <ListRow
            key={categoryId}
            done={good[state]}
            title={category === null ? categoryId : text(category.name)}
            detail={until === null ? t(`qualification.${certified ? "certified" : state}`) : t("qualification.validUntil", { date: until })}
            aside={certified ? <Chip tone="accent">{t("qualification.chip")}</Chip> : undefined}
          />
        );
      })}
    </div>
  );
}
