import { IconCamera, IconClock, IconPaperclip, IconRefresh, IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatShare } from "../../format/money.ts";
import { classNames } from "../basics/class-names.ts";
import classes from "./photos.module.css";

export interface PhotoView {
  readonly key: string;
  /** Address of the picture, or of the copy on this device while it waits. */
  readonly url: string;
  /** Over the picture, top left: what it shows. */
  readonly name?: string;
  /** Along the bottom: when it was taken. */
  readonly stamp?: ReactNode;
  readonly upload?: { readonly state: "waiting" | "uploading" | "failed" /** 0 to 1 */; readonly progress?: number };
}

export interface PhotoTileProps {
  readonly photo: PhotoView;
  readonly onOpen?: () => void;
  readonly onRemove?: () => void;
  readonly onRetry?: () => void;
  /** CSS aspect-ratio; 4 / 3 unless told. */
  readonly ratio?: string;
}

/** A photo with what it shows, when it was taken, and how far its upload is. */
export function PhotoTile({ photo, onOpen, onRemove, onRetry, ratio = "4 / 3" }: PhotoTileProps) {
  const { t } = useTranslation("common");
  const name = photo.name ?? t("photo.photo");
  const picture = <img src={photo.url} alt={name} loading="lazy" className={classes.picture} />;
  return (
    <div className={classes.tile} style={{ aspectRatio: ratio }}>
      {onOpen ? (
        <button type="button" className={classes.open} onClick={onOpen} aria-label={t("photo.view", { name })}>
          {picture}
        </button>
      ) : (
        picture
      )}
      {photo.name !== undefined && (
        <span className={classes.name} aria-hidden="true">
          {photo.name}
        </span>
      )}
      {(photo.stamp !== undefined || photo.upload?.state === "waiting") && (
        <span className={classes.stamp}>
          <span>{photo.stamp}</span>
          {photo.upload?.state === "waiting" && (
            <span className={classes.waiting}>
              <IconClock size={14} aria-hidden /> {t("photo.waiting")}
            </span>
          )}
        </span>
      )}
      <UploadVeil photo={photo} onRetry={onRetry} />
      {onRemove && (
        <button type="button" className={classes.remove} onClick={onRemove} aria-label={t("photo.remove", { name })}>
          <span>
            <IconX size={16} aria-hidden />
          </span>
        </button>
      )}
    </div>
  );
}

function UploadVeil({ photo, onRetry }: Pick<PhotoTileProps, "photo" | "onRetry">) {
  const { t } = useTranslation("common");
  if (photo.upload?.state === "uploading") {
    const progress = photo.upload.progress ?? 0;
    return (
      <span className={classes.veil}>
        <span
          role="progressbar"
          aria-valuenow={Math.round(progress * 100)}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-label={photo.name ?? t("photo.photo")}
        >
          {t("photo.uploading", { percent: formatShare(Math.round(progress * 100) / 100) })}
        </span>
      </span>
    );
  }
  if (photo.upload?.state !== "failed") return null;
  return (
    <button type="button" className={classNames(classes.veil, classes.failed)} onClick={onRetry}>
      <IconRefresh size={20} aria-hidden />
      {t("photo.failed")} · {t("photo.retry")}
    </button>
  );
}

export interface AddPhotoTileProps {
  /** What is to be photographed: `卫生间`. */
  readonly name?: string;
  /** next: the one to take now, outlined in the accent. */
  readonly emphasis?: "quiet" | "next";
  readonly onFiles: (files: readonly File[]) => void;
  readonly multiple?: boolean;
  readonly disabled?: boolean;
  /** Chooses pictures and PDF documents from the device, without the camera first. */
  readonly documents?: boolean;
  readonly ratio?: string;
}

/** Takes or chooses a photo: the camera on a phone, the file chooser on a desk. */
export function AddPhotoTile({ name, emphasis = "quiet", onFiles, multiple, disabled, documents, ratio = "4 / 3" }: AddPhotoTileProps) {
  const { t } = useTranslation("common");
  return (
    <label className={classNames(classes.add, classes[emphasis], disabled && classes.disabled)} style={{ aspectRatio: ratio }}>
      {documents ? <IconPaperclip size={24} aria-hidden /> : <IconCamera size={emphasis === "next" ? 32 : 24} aria-hidden />}
      <span>{name ?? t("photo.add")}</span>
      <input
        type="file"
        accept={documents ? "image/jpeg,image/png,image/webp,application/pdf" : "image/jpeg,image/png,image/webp"}
        capture={documents ? undefined : "environment"}
        multiple={multiple}
        disabled={disabled}
        className={classes.file}
        aria-label={name === undefined ? t("photo.add") : documents ? name : t("photo.addNamed", { name })}
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }}
      />
    </label>
  );
}

export interface MissingEvidenceProps {
  /** What there is no photo of: `玻璃内侧`. */
  readonly name: string;
  readonly children?: ReactNode;
  readonly ratio?: string;
}

/** A dashed well that says what is missing, where a photo would be. */
export function MissingEvidence({ name, children, ratio = "4 / 3" }: MissingEvidenceProps) {
  const { t } = useTranslation("common");
  return (
    <div className={classes.missing} style={{ aspectRatio: ratio }}>
      <IconCamera size={24} aria-hidden />
      <b>{t("photo.missing", { name })}</b>
      {children !== undefined && <span>{children}</span>}
    </div>
  );
}

export interface PhotoGridProps {
  /** 2, 3 or 4 beside each other. */
  readonly columns?: 2 | 3 | 4;
  readonly children: ReactNode;
}

/** Photo tiles in equal columns. */
export function PhotoGrid({ columns = 3, children }: PhotoGridProps) {
  return (
    <div className={classes.grid} style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
      {children}
    </div>
  );
}
