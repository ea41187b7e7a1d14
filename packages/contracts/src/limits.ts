/** The longest of everything that may come in. A value beyond them is refused before any rule sees it. */
export const limits = {
  /** Characters. */
  phone: 20,
  password: 128,
  name: 40,
  title: 60,
  note: 1_000,
  reason: 500,
  evidence: 2_000,
  message: 500,
  messageNumber: 1_000_000,
  reviewText: 1_000,
  addressLine: 120,
  accessNotes: 300,
  label: 40,
  search: 80,
  slug: 48,
  cursor: 200,
  draftForm: 20_000,
  /** Entries of a list. */
  scopeItems: 40,
  choices: 20,
  tags: 20,
  photos: 20,
  categories: 20,
  citedVersions: 200,
  page: 100,
  hints: 1_000,
  addresses: 50,
  restBlocks: 50,
  rangesOfDay: 8,
  calendarDays: 14,
  /** Fen: ten million yuan; nothing on this market costs more. */
  fen: 1_000_000_000,
  minutes: 60 * 24 * 60,
  headcount: 100,
  teamMembers: 50,
  teamCode: 20,
  /** Bytes of one uploaded file. */
  uploadBytes: 20 * 1024 * 1024,
  /** Milliseconds a development clock may be advanced at once: a year. */
  clockAdvance: 366 * 24 * 60 * 60 * 1000,
} as const;
