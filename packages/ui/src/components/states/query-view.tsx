import { Button } from "@mantine/core";
import { IconAlertTriangle, IconInbox } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { knownErrorOf } from "./error-alert.tsx";
import { ListSkeleton } from "./skeletons.tsx";
import { StateView } from "./state-view.tsx";

/** The part of a TanStack query that decides what is shown. */
export interface QueryLike<Data> {
  readonly status: "pending" | "error" | "success";
  readonly data: Data | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

export interface QueryViewProps<Data> {
  readonly query: QueryLike<Data>;
  /** The height of what it stands for; three cards unless told. */
  readonly skeleton?: ReactNode;
  /** Whether the answer has nothing to show; an empty list unless told. */
  readonly isEmpty?: (data: Data) => boolean;
  /** What will appear here and how to get it. */
  readonly empty?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** Loading, empty, failed or the content. Content once shown stays while a later fetch fails: the connection bar says so. */
export function QueryView<Data>({ query, skeleton, isEmpty, empty, children }: QueryViewProps<Data>) {
  if (query.data !== undefined) {
    const nothing = isEmpty === undefined ? Array.isArray(query.data) && query.data.length === 0 : isEmpty(query.data);
    return nothing ? (empty ?? <EmptyView />) : children(query.data);
  }
  if (query.status === "error") return <FailedView error={query.error} onRetry={query.refetch} />;
  return skeleton ?? <ListSkeleton />;
}

function EmptyView() {
  const { t } = useTranslation("common");
  return (
    <StateView icon={IconInbox} title={t("state.empty")}>
      {t("state.emptyBody")}
    </StateView>
  );
}

export interface FailedViewProps {
  readonly error: unknown;
  readonly onRetry?: () => unknown;
}

/** A part of the screen that could not be fetched: what happened, what is safe, and again. */
export function FailedView({ error, onRetry }: FailedViewProps) {
  const { t } = useTranslation("common");
  const { t: errors } = useTranslation("errors");
  const known = knownErrorOf(error);
  return (
    <div role="alert">
      <StateView
        icon={IconAlertTriangle}
        tone="warn"
        title={t("state.failed")}
        action={onRetry && <Button onClick={() => onRetry()}>{t("action.retry")}</Button>}
      >
        {errors(known.code)}
        {known.reference !== null && <div>{t("state.reference", { reference: known.reference })}</div>}
      </StateView>
    </div>
  );
}
