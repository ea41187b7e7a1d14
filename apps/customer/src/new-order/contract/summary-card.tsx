import { ListRow, ListRows, Panel, useDistrict, useFormat, useText } from "@lingong/ui";
import { IconListCheck, IconMapPin, IconPhoto, IconUsers } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useWizard } from "../draft/draft-context.tsx";
import { answerText } from "../questions/answer-text.ts";

/** What was ordered, in a few lines, each the way back to its step. */
export function SummaryCard() {
  const { t } = useTranslation("customer");
  const text = useText();
  const district = useDistrict();
  const format = useFormat();
  const { draft, category } = useWizard();
  const { form } = draft;
  const scope = category.checklist.map((item) => answerText(item, form.answers[item.key], text)).filter((line) => line !== "");
  const to = (step: string) => `/new/${draft.id}/${step}`;
  return (
    <Panel title={t("contract.summary")} dense>
      <ListRows>
        <ListRow icon={IconListCheck} title={text(category.name)} detail={scope.join(" · ")} href={to("scope")} />
        {form.photos.length > 0 && <ListRow icon={IconPhoto} title={t("contract.photos", { count: form.photos.length })} href={to("scope")} />}
        {category.mode === "on_site" && (
          <ListRow
            icon={IconMapPin}
            title={`${district(form.address.district)} ${form.address.line}`}
            detail={form.address.accessNotes || undefined}
            href={to("place")}
          />
        )}
        {form.headcount > 1 && <ListRow icon={IconUsers} title={format.people(form.headcount)} href={to("place")} />}
      </ListRows>
    </Panel>
  );
}
