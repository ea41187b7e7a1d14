import { useTRPC } from "@lingong/client/react";
import { defaultPolicy } from "@lingong/domain";
import { MultiChoiceChips, Panel, useText } from "@lingong/ui";
import { IconCircleCheck, IconCircleDashed } from "@tabler/icons-react";
import { useQueries } from "@tanstack/react-query";
import { Trans, useTranslation } from "react-i18next";
import classes from "./settings.module.css";

export interface TagsPanelProps {
  readonly cityId: string;
  readonly categoryIds: readonly string[];
  readonly value: readonly string[];
  readonly onChange: (tags: string[]) => void;
  /** The one thing to do now on its screen. */
  readonly live?: boolean;
}

const counted = defaultPolicy.dispatch.score.profileTagsMost;

/** What one is good at, by category; beyond eight each counts for less (§6), said and not forbidden. */
export function TagsPanel({ cityId, categoryIds, value, onChange, live }: TagsPanelProps) {
  const { t, i18n } = useTranslation("worker");
  const text = useText();
  const trpc = useTRPC();
  const details = useQueries({
    queries: categoryIds.map((categoryId) => trpc.catalog.category.queryOptions({ categoryId, cityId }, { staleTime: Number.POSITIVE_INFINITY })),
    combine: (results) => results.flatMap(({ data }) => (data === undefined ? [] : [data])),
  });
  const Mark = value.length > 0 ? IconCircleCheck : IconCircleDashed;
  return (
    <Panel
      tone={live ? "live" : "plain"}
      title={t("guide.skills")}
      icon={<Mark size={24} aria-hidden />}
      aside={
        <Trans t={t} i18nKey="guide.tagCount" values={{ count: value.length, most: counted }} components={{ b: <b className={classes.count} /> }} />
      }
    >
      <div className={classes.groups}>
        {details.map(({ id, name, tags }) => (
          <div key={id}>
            {details.length > 1 && <div className={classes.group}>{text(name)}</div>}
            <MultiChoiceChips
              label={text(name)}
              columns={i18n.language === "en" ? 2 : 3}
              choices={tags.map(({ key, label }) => ({ value: key, label: text(label) }))}
              value={value.filter((tag) => tags.some(({ key }) => key === tag))}
              onChange={(chosen) => onChange([...value.filter((tag) => !tags.some(({ key }) => key === tag)), ...chosen])}
            />
          </div>
        ))}
      </div>
      <p className={classes.hint}>{value.length > counted ? t("guide.tooManyTags", { most: counted }) : t("guide.tagsHint", { most: counted })}</p>
    </Panel>
  );
}
