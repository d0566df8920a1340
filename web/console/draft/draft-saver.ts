import { type Layout, textOf } from '../fields/history.ts';
import type { Saved, SaveInput } from '../sender-api.ts';

export type Write = (input: SaveInput, isLast: boolean) => Promise<Saved>;

/** Saves a draft's changes one at a time, each based on the version that the previous save returned. */
export class DraftSaver {
  readonly #write: Write;
  readonly #tab = crypto.randomUUID();
  #turn = 0;
  /** Number of the latest save whose response has arrived. */
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

  /** Adopts a version created by another call or elsewhere. */
  follow(version: string, saved?: Layout): void {
    this.#version = version;
    if (saved) this.#saved = textOf(saved);
  }

  /** Lets the next save overwrite whatever was saved elsewhere. */
  overwrite(version: string): void {
    this.#version = version;
    this.#saved = '';
  }

  /**
   * With `place`, the save is also recorded in the ledger, as when leaving a step. Resolves to undefined if
   * nothing had changed.
   */
  save(layout: Layout, place = false): Promise<Saved | undefined> {
    const next = this.#queue.then(async () => {
      if (place || !this.isSaved(layout)) return this.#send(layout, { place });
    });
    this.#queue = next.catch(() => {});
    return next;
  }

  /**
   * For a page that may be closing: saves immediately and once, although a closing tab fires both
   * visibilitychange and pagehide.
   */
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
