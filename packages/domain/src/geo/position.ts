/** A WGS-84 position in degrees. GCJ-02 input is converted at the edge. */
export interface Position {
  readonly lat: number;
  readonly lng: number;
}
