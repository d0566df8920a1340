interface NumberObject {
  readonly offset: number;
  readonly value: number;
}

/** Every repetition is bounded, so that matching takes linear time. */
const NUMBER_OBJECT = /(\d{1,10})\s{1,10}(\d{1,5})\s{1,10}obj\s{0,10}(\d{1,10})\s{0,10}endobj/g;

/** The indirect numbers of a file, mostly lengths stored after their streams. */
export class NumberObjects {
  readonly #file: Buffer;
  #found: Map<string, NumberObject[]> | undefined;

  constructor(file: Buffer) {
    this.#file = file;
  }

  /** The value of the next object with these numbers at or after the offset. */
  ahead(objectNumber: number, generationNumber: number, start: number): number | undefined {
    this.#found ??= this.#search();
    const named = this.#found.get(`${objectNumber} ${generationNumber}`);
    return named?.find(({ offset }) => offset >= start)?.value;
  }

  #search(): Map<string, NumberObject[]> {
    const found = new Map<string, NumberObject[]>();
    for (const match of this.#file.toString('latin1').matchAll(NUMBER_OBJECT)) {
      const [, number, generation, value] = match;
      const key = `${Number(number)} ${Number(generation)}`;
      const named = found.get(key) ?? [];
      named.push({ offset: match.index, value: Number(value) });
      found.set(key, named);
    }
    return found;
  }
}
