import { createUploadInput, createUploadOutput, done, labelPhotoInput, listPhotosInput, photoView, removePhotoInput } from "@lingong/contracts";
import { z } from "zod";
import { router, signedInProcedure } from "../kernel/trpc.ts";
import { createUpload, labelPhoto, listPhotos, removePhoto } from "../photos/photos.ts";

export const photosRouter = router({
  createUpload: signedInProcedure
    .input(createUploadInput)
    .output(createUploadOutput)
    .mutation(({ ctx, input }) => createUpload(ctx, input)),
  list: signedInProcedure
    .input(listPhotosInput)
    .output(z.array(photoView))
    .query(({ ctx, input }) => listPhotos(ctx, input.orderId)),
  label: signedInProcedure
    .input(labelPhotoInput)
    .output(photoView)
    .mutation(({ ctx, input }) => labelPhoto(ctx, input)),
  remove: signedInProcedure
    .input(removePhotoInput)
    .output(done)
    .mutation(({ ctx, input }) => removePhoto(ctx, input)),
});
