import { VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Panel } from "../basics/panel.tsx";
import classes from "./skeletons.module.css";

export interface SkeletonLineProps {
  /** CSS width: `60%`. */
  readonly width?: string;
  readonly height?: number;
}

/** One grey line where a text will be. */
export function SkeletonLine({ width = "100%", height = 14 }: SkeletonLineProps) {
  return <span className={classes.line} style={{ width, height }} aria-hidden="true" />;
}

/** Around skeletons: says once that something is loading. */
export function Loading({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation("common");
  return (
    <div role="status">
      <VisuallyHidden>{t("state.loading")}</VisuallyHidden>
      {children}
    </div>
  );
}

export interface CardSkeletonProps {
  readonly lines?: number;
  /** A round at the left: an avatar or a ring. */
  readonly round?: number;
}

/** A card the height of what it stands for. */
export function CardSkeleton({ lines = 3, round }: CardSkeletonProps) {
  const widths = ["45%", "80%", "65%", "72%", "50%"];
  return (
    <Panel>
      <div className={classes.card}>
        {round !== undefined && <span className={classes.round} style={{ width: round, height: round }} aria-hidden="true" />}
        <div className={classes.lines}>
          {Array.from({ length: lines }, (_, index) => (
            <SkeletonLine key={index} width={widths[index % widths.length] ?? "60%"} height={index === 0 ? 20 : 14} />
          ))}
        </div>
      </div>
    </Panel>
  );
}

/** A list of cards that is loading. */
export function ListSkeleton({ count = 3, ...card }: CardSkeletonProps & { readonly count?: number }) {
  return (
    <Loading>
      <div className={classes.list}>
        {Array.from({ length: count }, (_, index) => (
          <CardSkeleton key={index} {...card} />
        ))}
      </div>
    </Loading>
  );
}
