/** Where a photo's small picture is served; only its owner and the parties of its order get it. */
export function thumbnailAddress(photoId: string): string {
  return `/files/${photoId}?size=thumbnail`;
}
