import type { Instant, Position } from "@lingong/domain";

/** What a camera says of when and where: kept as evidence, while the picture itself is stripped of it. */
export interface PhotoEvidence {
  readonly takenAt: Instant | null;
  readonly takenAtPosition: Position | null;
}

/** A camera without a zone in its clock is taken to run on this one. */
const CAMERA_ZONE = "Asia/Shanghai";
const EXIF_DIRECTORY = 0x8769;
const GPS_DIRECTORY = 0x8825;
const DATE_TIME = 0x0132;
const DATE_TIME_ORIGINAL = 0x9003;
const OFFSET_TIME_ORIGINAL = 0x9011;
const GPS_LATITUDE_REF = 1;
const GPS_LATITUDE = 2;
const GPS_LONGITUDE_REF = 3;
const GPS_LONGITUDE = 4;
const GPS_TIME = 7;
const GPS_DATE = 29;
const MOST_ENTRIES = 200;

const ASCII = 2;
const LONG = 4;
const RATIONAL = 5;

type Value = string | readonly number[];
type Directory = ReadonlyMap<number, Value>;

/** A reader of TIFF structures that answers undefined instead of reading past the end: the bytes are a stranger's. */
interface Reader {
  u16(at: number): number | undefined;
  u32(at: number): number | undefined;
  text(at: number, length: number): string | undefined;
}

function readerOf(bytes: Uint8Array): Reader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const order = bytes.length < 8 ? "" : String.fromCharCode(view.getUint8(0), view.getUint8(1));
  if (order !== "II" && order !== "MM") return null;
  const little = order === "II";
  return {
    u16: (at) => (at + 2 <= bytes.length ? view.getUint16(at, little) : undefined),
    u32: (at) => (at + 4 <= bytes.length ? view.getUint32(at, little) : undefined),
    text: (at, length) =>
      at + length <= bytes.length
        ? Buffer.from(bytes.subarray(at, at + length))
            .toString("latin1")
            .replace(/\0.*$/s, "")
        : undefined,
  };
}

function readRationals(reader: Reader, at: number, count: number): readonly number[] {
  const values: number[] = [];
  for (let index = 0; index < Math.min(count, 3); index += 1) {
    const numerator = reader.u32(at + index * 8);
    const denominator = reader.u32(at + index * 8 + 4);
    if (numerator === undefined || denominator === undefined || denominator === 0) return [];
    values.push(numerator / denominator);
  }
  return values;
}

function readValue(reader: Reader, entry: number): Value | null {
  const type = reader.u16(entry + 2);
  const count = reader.u32(entry + 4);
  if (type === undefined || count === undefined || count > 1_000) return null;
  const offset = reader.u32(entry + 8);
  if (offset === undefined) return null;
  if (type === ASCII) return reader.text(count <= 4 ? entry + 8 : offset, count) ?? null;
  if (type === LONG) return [offset];
  return type === RATIONAL ? readRationals(reader, offset, count) : null;
}

function readDirectory(reader: Reader, at: number | undefined): Directory {
  const values = new Map<number, Value>();
  const count = at === undefined ? undefined : reader.u16(at);
  if (at === undefined || count === undefined) return values;
  for (let index = 0; index < Math.min(count, MOST_ENTRIES); index += 1) {
    const entry = at + 2 + index * 12;
    const tag = reader.u16(entry);
    const value = tag === undefined ? null : readValue(reader, entry);
    if (tag !== undefined && value !== null) values.set(tag, value);
  }
  return values;
}

function pointer(directory: Directory, tag: number): number | undefined {
  const value = directory.get(tag);
  return typeof value === "object" ? value[0] : undefined;
}

function textOf(directory: Directory, tag: number): string {
  const value = directory.get(tag);
  return typeof value === "string" ? value.trim() : "";
}

function degrees(directory: Directory, tag: number, reference: number, negative: string): number | null {
  const value = directory.get(tag);
  if (typeof value !== "object" || value.length !== 3) return null;
  const [whole = 0, minutes = 0, seconds = 0] = value;
  const size = whole + minutes / 60 + seconds / 3600;
  return textOf(directory, reference).toUpperCase() === negative ? -size : size;
}

function positionOf(gps: Directory): Position | null {
  const lat = degrees(gps, GPS_LATITUDE, GPS_LATITUDE_REF, "S");
  const lng = degrees(gps, GPS_LONGITUDE, GPS_LONGITUDE_REF, "W");
  if (lat === null || lng === null || Math.abs(lat) > 90 || Math.abs(lng) > 180 || (lat === 0 && lng === 0)) return null;
  return { lat: Math.round(lat * 1e6) / 1e6, lng: Math.round(lng * 1e6) / 1e6 };
}

function instantOf(text: string, offset: string): Instant | null {
  const match = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)$/.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second] = match;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  try {
    if (/^[+-]\d\d:\d\d$/.test(offset)) return Temporal.Instant.from(`${local}${offset}`).epochMilliseconds;
    return Temporal.PlainDateTime.from(local, { overflow: "reject" }).toZonedDateTime(CAMERA_ZONE).epochMilliseconds;
  } catch {
    return null;
  }
}

/** The satellites' own time, which no camera setting can shift. */
function satelliteTime(gps: Directory): Instant | null {
  const time = gps.get(GPS_TIME);
  const date = textOf(gps, GPS_DATE);
  if (typeof time !== "object" || time.length !== 3) return null;
  const [hour = 0, minute = 0, second = 0] = time.map(Math.floor);
  const two = (value: number) => String(value).padStart(2, "0");
  return instantOf(`${date} ${two(hour)}:${two(minute)}:${two(second)}`, "+00:00");
}

/** Reads time and place from a picture's EXIF block, with or without its `Exif\0\0` prefix; nulls where it says nothing credible. */
export function readPhotoEvidence(block: Uint8Array | undefined): PhotoEvidence {
  const nothing = { takenAt: null, takenAtPosition: null };
  if (block === undefined) return nothing;
  const prefixed = Buffer.from(block.subarray(0, 6)).toString("latin1") === "Exif\0\0";
  const reader = readerOf(prefixed ? block.subarray(6) : block);
  if (reader === null) return nothing;
  const main = readDirectory(reader, reader.u32(4));
  const exif = readDirectory(reader, pointer(main, EXIF_DIRECTORY));
  const gps = readDirectory(reader, pointer(main, GPS_DIRECTORY));
  const cameraTime = instantOf(textOf(exif, DATE_TIME_ORIGINAL) || textOf(main, DATE_TIME), textOf(exif, OFFSET_TIME_ORIGINAL));
  return { takenAt: satelliteTime(gps) ?? cameraTime, takenAtPosition: positionOf(gps) };
}
