import { useIsSignedIn } from "@lingong/client/react";
import type { ChecklistItemView } from "@lingong/contracts";
import { AddPhotoTile, ErrorAlert, knownErrorOf, Panel, PhotoGrid, PhotoTile, useText } from "@lingong/ui";
import { Button } from "@mantine/core";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { thumbnailAddress } from "../../components/photo-address.ts";
import { usePhotoUploads } from "../../components/use-photo-uploads.ts";
import { SignInSheet } from "../../session/sign-in-sheet.tsx";
import { useWizard } from "../draft/draft-context.tsx";
import classes from "../new-order.module.css";
import { QuestionHead } from "../question-head.tsx";

const photosAtMost = 12;

/** Photos of the place: from the camera or the device, going on by themselves after a lost network. */
export function PhotoQuestion({ item }: { readonly item: Extract<ChecklistItemView, { kind: "photos" }> }) {
  const { t } = useTranslation("customer");
  const { t: common } = useTranslation("common");
  const text = useText();
  const signedIn = useIsSignedIn();
  const { draft } = useWizard();
  const { photos } = draft.form;
  const latest = useRef(photos);
  latest.current = photos;
  const uploads = usePhotoUploads({
    purpose: "scope",
    onUploaded: (photo) => {
      latest.current = [...latest.current, photo];
      draft.change({ photos: latest.current });
    },
  });
  const remove = (id: string) => draft.change({ photos: photos.filter((photo) => photo.id !== id) });
  const count = photos.length + uploads.pending.length;
  return (
    <Panel dense>
      <QuestionHead
        done={photos.length >= item.wanted}
        title={t("newOrder.photos", { label: text(item.label), count: photos.length, wanted: item.wanted })}
        aside={common("photo.resumes")}
      />
      <PhotoGrid columns={4}>
        {photos.map((photo) => (
          <PhotoTile
            key={photo.id}
            ratio="1 / 1"
            photo={{ key: photo.id, url: uploads.localUrl(photo.id) ?? thumbnailAddress(photo.id), name: photo.label || undefined }}
            onRemove={() => remove(photo.id)}
          />
        ))}
        {uploads.pending.map((photo) => (
          <PhotoTile
            key={photo.key}
            ratio="1 / 1"
            photo={photo}
            onRetry={() => uploads.retry(photo.key)}
            onRemove={() => uploads.cancel(photo.key)}
          />
        ))}
        {signedIn && count < photosAtMost && <AddPhotoTile ratio="1 / 1" multiple onFiles={(files) => uploads.add(files)} />}
      </PhotoGrid>
      {!signedIn && <SignInForPhotos />}
      {uploads.error !== null && <ErrorAlert {...knownErrorOf(uploads.error)} />}
    </Panel>
  );
}

/** Photos belong to an account: sign in here, the form stays. */
function SignInForPhotos() {
  const { t } = useTranslation("customer");
  const [opened, setOpened] = useState(false);
  return (
    <div className={classes.guess}>
      <span>{t("newOrder.photosNeedSignIn")}</span>
      <Button variant="light" onClick={() => setOpened(true)}>
        {t("newOrder.signInForPhotos")}
      </Button>
      <SignInSheet opened={opened} onClose={() => setOpened(false)} submitLabel={t("signIn.submitAndBack")} />
    </div>
  );
}
