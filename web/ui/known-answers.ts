interface KnownAnswer {
  readonly etag: string;
  // biome-ignore lint/suspicious/noExplicitAny: whoever asks says what the API answers
  readonly answer: any;
}

/** Maximum number of cached responses: those that a page polls. */
const MOST = 8;

/** Responses by URL, revalidated with ETag: the API sends the body only if it has changed. */
export class KnownAnswers {
  readonly #answers = new Map<string, KnownAnswer>();

  find(asked: string): KnownAnswer | undefined {
    return this.#answers.get(asked);
  }

  keep(asked: string, etag: string | null, answer: unknown): void {
    if (!etag) return;
    this.#answers.delete(asked);
    this.#answers.set(asked, { etag, answer });
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > MOST && oldest !== undefined) this.#answers.delete(oldest);
  }
}
