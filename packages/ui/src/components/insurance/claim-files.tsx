import { ActionIcon } from "@mantine/core";
import { IconFileTypePdf, IconPhoto, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AddPhotoTile } from "../photos/photo-tile.tsx";
import { ErrorAlert, knownErrorOf } from "../states/error-alert.tsx";
import classes from "./insurance.module.css";
import type { ClaimDesk, ClaimView } from "./types.ts";

/** A document of a claim that has arrived. */
export interface ClaimDocument {
  readonly id: string;
  readonly name: string;
  readonly pdf: boolean;
}

/** The documents a claim was saved with. */
export function documentsOf(files: ClaimView["files"], nameOf: (number: number) => string): ClaimDocument[] {
  return files.map(({ id, type, label }, index) => ({ id, pdf: type === "application/pdf", name: label === "" ? nameOf(index + 1) : label }));
}

export interface ClaimFilesProps {
  readonly files: readonly ClaimDocument[];
  readonly most: number;
  readonly onChange: (change: (files: readonly ClaimDocument[]) => readonly ClaimDocument[]) => void;
  readonly upload: ClaimDesk["upload"];
  readonly onBusy: (busy: boolean) => void;
}

/** Photos and PDFs a claim rests on, sent as soon as they are chosen. */
export function ClaimFiles({ files, most, onChange, upload, onBusy }: ClaimFilesProps) {
  const { t } = useTranslation("common");
  const [sending, setSending] = useState(0);
  const [error, setError] = useState<unknown>(null);
  const send = async (chosen: readonly File[]) => {
    setError(null);
    onBusy(true);
    for (const file of chosen.slice(0, most - files.length)) {
      setSending((count) => count + 1);
      const name = file.name.slice(0, 40);
      try {
        const id = await upload(file, name);
        onChange((before) => [...before, { id, name, pdf: file.type === "application/pdf" }]);
      } catch (cause) {
        setError(cause);
      }
      setSending((count) => count - 1);
    }
    onBusy(false);
  };
  return (
    <div className={classes.stack}>
      <ul className={classes.files} aria-label={t("claim.files")}>
        {files.map(({ id, name, pdf }) => (
          <li key={id}>
            {pdf ? <IconFileTypePdf size={20} aria-hidden /> : <IconPhoto size={20} aria-hidden />}
            <span>{name}</span>
            <ActionIcon
              variant="subtle"
              size={44}
              aria-label={t("claim.remove", { name })}
              onClick={() => onChange((before) => before.filter((file) => file.id !== id))}
            >
              <IconX size={18} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <AddPhotoTile
        documents
        multiple
        ratio="4 / 1"
        name={sending > 0 ? t("claim.uploading") : t("claim.attach")}
        disabled={sending > 0 || files.length >= most}
        onFiles={(chosen) => void send(chosen)}
      />
      <p className={classes.quiet}>{t("claim.filesHint", { count: most })}</p>
      {error !== null && <ErrorAlert {...knownErrorOf(error)} />}
    </div>
  );
}
