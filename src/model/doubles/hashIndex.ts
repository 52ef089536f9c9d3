/**
 * Numbers under text keys, many of them in little room: keys are kept as 32-bit hashes, so that a stranger may be among what
 * a key answers, and all of it in arrays of plain numbers. Twelve bytes an entry, where a map would take sixty.
 */
export class HashIndex {
  #heads = new Int32Array(1 << 10).fill(-1);
  #hashes = new Uint32Array(1 << 10);
  #values = new Uint32Array(1 << 10);
  #before = new Int32Array(1 << 10);
  #size = 0;

  /** Puts a number under a key and answers those that were there, the latest first and at most so many. */
  add(key: string, value: number, most: number): readonly number[] {
    if (this.#size === this.#hashes.length) this.#grow();
    const hash = hashOf(key);
    const found: number[] = [];
    const head = hash & (this.#heads.length - 1);
    for (let at = this.#heads[head] ?? -1; at >= 0 && found.length < most; at = this.#before[at] ?? -1) {
      if (this.#hashes[at] === hash) found.push(this.#values[at] ?? 0);
    }
    this.#hashes[this.#size] = hash;
    this.#values[this.#size] = value;
    this.#link(this.#size, head);
    this.#size += 1;
    return found;
  }

  #link(entry: number, head: number): void {
    this.#before[entry] = this.#heads[head] ?? -1;
    this.#heads[head] = entry;
  }

  #grow(): void {
    const room = this.#size * 2;
    const wider = <T extends Uint32Array | Int32Array>(array: T, empty: T): T => {
      empty.set(array);
      return empty;
    };
    this.#hashes = wider(this.#hashes, new Uint32Array(room));
    this.#values = wider(this.#values, new Uint32Array(room));
    this.#before = new Int32Array(room);
    this.#heads = new Int32Array(room).fill(-1);
    for (let entry = 0; entry < this.#size; entry += 1) this.#link(entry, (this.#hashes[entry] ?? 0) & (room - 1));
  }
}

/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv), over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
