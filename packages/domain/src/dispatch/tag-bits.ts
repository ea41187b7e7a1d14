/** The tags a round's orders ask for, a bit each: what an order asks and a worker has is compared word by word, not text by text. */
export interface TagBits {
  readonly places: ReadonlyMap<string, number>;
  /** 32 tags a word; at least one. */
  readonly words: number;
}

const BITS = 32;

export function tagBitsOf(lists: Iterable<{ readonly tags: readonly string[] }>): TagBits {
  const places = new Map<string, number>();
  for (const { tags } of lists) for (const tag of tags) if (!places.has(tag)) places.set(tag, places.size);
  return { places, words: Math.max(1, Math.ceil(places.size / BITS)) };
}

/** Writes a list of tags as bits from a word on; tags nobody asks for have none. Answers how many distinct tags the list has. */
export function writeTags({ places }: TagBits, tags: readonly string[], words: Int32Array, from: number): number {
  let distinct = 0;
  for (let index = 0; index < tags.length; index += 1) {
    const tag = tags[index] as string;
    if (tags.indexOf(tag) === index) distinct += 1;
    const place = places.get(tag);
    if (place === undefined) continue;
    const word = from + Math.floor(place / BITS);
    words[word] = (words[word] as number) | (1 << (place % BITS));
  }
  return distinct;
}

/** How many tags two sets of bits share: the first from its beginning, the second from a word on. */
export function tagsInCommon(first: Int32Array, second: Int32Array, from: number): number {
  let count = 0;
  for (let word = 0; word < first.length; word += 1) count += bitsIn((first[word] as number) & (second[from + word] as number));
  return count;
}

/** The bits set in a word, counted in pairs, then fours, then bytes. */
function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}
