import { MINUTE } from "@lingong/domain";
import { useState } from "react";
import { useFormat } from "../../format/use-format.ts";
import { useServerNow } from "../../time/server-clock.tsx";
import { BottomSheet } from "../states/confirm-sheet.tsx";
import { PhotoGrid, PhotoTile } from "./photo-tile.tsx";

export interface PhotoLookProps {
  readonly photo: { readonly id: string; readonly url: string | null; readonly thumbnailUrl: string | null; readonly takenAt: string | null };
  /** What it shows. */
  readonly title: string;
}

/** A picture that belongs to something: small, with its moment, and at a tap whole. Nothing once it is removed. */
export function PhotoLook({ photo, title }: PhotoLookProps) {
  const format = useFormat();
  const now = useServerNow(MINUTE);
  const [opened, setOpened] = useState(false);
  if (photo.url === null) return null;
  const stamp = photo.takenAt === null ? undefined : format.shortMoment(Date.parse(photo.takenAt), now);
  return (
    <>
      <PhotoGrid columns={3}>
        <PhotoTile photo={{ key: photo.id, url: photo.thumbnailUrl ?? photo.url, name: title, stamp }} onOpen={() => setOpened(true)} />
      </PhotoGrid>
      <BottomSheet opened={opened} onClose={() => setOpened(false)} title={title}>
        <PhotoTile ratio="auto" photo={{ key: photo.id, url: photo.url, stamp }} />
      </BottomSheet>
    </>
  );
}
