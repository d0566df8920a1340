import { type Layout, textOf } from '../fields/history.ts';
import type { Saved, SaveInput } from '../sender-api.ts';

export type Write = (input: SaveInput, isLast: boolean) => Promise<Saved>;

/** What a page saves of one draft, one save after the other, each on the version of the one before. */
export class DraftSaver {
  readonly #write: Write;
  readonly #tab = crypto.randomUUID();
  #turn = 0;
  /** Of the save whose answer was heard last. */
  #heard = 0;
  #version: string;
  #saved: string;
  #leaving: string | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(write: Write, version: string, saved: Layout) {
    this.#write = write;
    this.#version = version;
    this.#saved = textOf(saved);
  }

  get version(): string {
    return this.#version;
  }

  isSaved(layout: Layout): boolean {
    return textOf(layout) === this.#saved;
  }

  /** What was changed by another call, or elsewhere. */
  follow(version: string, saved?: Layout): void {
    this.#version = version;
    if (saved) this.#saved = textOf(saved);
  }

  /** The next save counts, whatever was saved elsewhere. */
  overwrite(version: string): void {
    this.#version = version;
    this.#saved = '';
  }

  /** With `place` also into the ledger, as a step is left. Undefined if there was nothing to save. */
  save(layout: Layout, place = false): Promise<Saved | undefined> {
    const next = this.#queue.then(async () => {
      if (place || !this.isSaved(layout)) return this.#send(layout, { place });
    });
    this.#queue = next.catch(() => {});
    return next;
  }

  /** The page may be closing: at once, and once only, though a closing tab is first hidden, then left. */
  leave(layout: Layout): void {
    const text = textOf(layout);
    if (text === this.#saved || text === this.#leaving) return;
    this.#leaving = text;
    const sent = this.#send(layout, { isLast: true })
      .catch(() => {})
      .finally(() => {
        this.#leaving = undefined;
      });
    this.#queue = Promise.all([this.#queue, sent]);
  }

  async #send(layout: Layout, { place = false, isLast = false }): Promise<Saved> {
    const turn = ++this.#turn;
    const body = {
      version: this.#version,
      tab: this.#tab,
      turn,
      fields: [...layout.fields],
      values: layout.values,
      place,
    };
    const answer = await this.#write(body, isLast);
    if (turn > this.#heard) {
      this.#heard = turn;
      this.follow(answer.version, layout);
    }
    return answer;
  }
}
