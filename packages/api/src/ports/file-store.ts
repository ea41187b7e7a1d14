/** Bytes by id. The store strips what a picture should not carry and keeps time and place apart as evidence. */
export interface FileStore {
  /** Address of a stored file and its small version, as served to a browser. */
  urlOf(fileId: string): string;
  thumbnailUrlOf(fileId: string): string;
  remove(fileId: string): Promise<void>;
}
