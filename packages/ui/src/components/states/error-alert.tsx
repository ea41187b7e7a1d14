import { type ErrorCode, errorCodes } from "@lingong/domain";
import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./error-alert.module.css";

/** What is known of a failure: the code its sentence is found by, and what support may be told. */
export interface KnownError {
  readonly code: ErrorCode;
  readonly reference: string | null;
  readonly field: string | null;
}

/**
 * Reads the domain's code out of whatever was thrown: an API error carries it at `data.domain`, a domain error is it
 * itself. A failed fetch is `unavailable`, everything else `internal`.
 */
export function knownErrorOf(error: unknown): KnownError {
  const found = dig(error, ["data", "domain"]) ?? dig(error, ["domain"]) ?? error;
  const code = dig(found, ["code"]);
  if (isErrorCode(code)) return { code, reference: textOf(dig(found, ["reference"])), field: textOf(dig(found, ["field"])) };
  const lost = error instanceof TypeError || dig(error, ["cause"]) instanceof TypeError || dig(error, ["data"]) === undefined;
  return { code: lost && error instanceof Error ? "unavailable" : "internal", reference: null, field: null };
}

function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === "string" && (errorCodes as readonly string[]).includes(value);
}

function dig(value: unknown, path: readonly string[]): unknown {
  let here: unknown = value;
  for (const key of path) {
    if (typeof here !== "object" || here === null) return undefined;
    here = (here as Record<string, unknown>)[key];
  }
  return here;
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

export interface ErrorAlertProps {
  readonly code: ErrorCode;
  readonly reference?: string | null;
  readonly onRetry?: () => void;
}

/** An error's sentence: what happened, that nothing was lost or charged, what to do. */
export function ErrorAlert({ code, reference, onRetry }: ErrorAlertProps) {
  const { t } = useTranslation("common");
  const { t: errors } = useTranslation("errors");
  return (
    <div className={classes.alert} role="alert">
      <IconAlertTriangle size={20} aria-hidden />
      <div className={classes.body}>
        <div>{errors(code)}</div>
        {reference && <div className={classes.reference}>{t("state.reference", { reference })}</div>}
        {onRetry && (
          <Button variant="default" size="sm" mt={8} onClick={onRetry}>
            {t("action.retry")}
          </Button>
        )}
      </div>
    </div>
  );
}
