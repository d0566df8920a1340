import type { Adapter } from 'oidc-provider';
import type { Store } from '../state/store.ts';

type Entry = {
  readonly id: string;
  readonly payload: { [name: string]: unknown };
  /** Epoch seconds. Only a grant without expiry is kept for ever. */
  readonly expiresAt: number | undefined;
};

const seconds = () => Math.floor(Date.now() / 1000);

/** oidc-provider's storage (sessions, codes, grants, tokens) in the store, by model. */
export class IdentityAdapter implements Adapter {
  readonly #store: Store;
  readonly #kind: string;

  constructor(store: Store, model: string) {
    this.#store = store;
    this.#kind = `identity:${model}`;
  }

  async upsert(id: string, payload: Entry['payload'], expiresIn: number | undefined) {
    const expiresAt = expiresIn ? seconds() + expiresIn : undefined;
    this.#store.put(this.#kind, id, { id, payload, expiresAt } satisfies Entry);
  }

  async find(id: string) {
    const entry = this.#store.get<Entry>(this.#kind, id);
    return entry && alive(entry) ? entry.payload : undefined;
  }

  async findByUid(uid: string) {
    return this.#search('uid', uid);
  }

  async findByUserCode(userCode: string) {
    return this.#search('userCode', userCode);
  }

  async consume(id: string) {
    const entry = this.#store.get<Entry>(this.#kind, id);
    if (!entry) return;
    const payload = { ...entry.payload, consumed: seconds() };
    this.#store.put(this.#kind, id, { ...entry, payload });
  }

  async destroy(id: string) {
    this.#store.delete(this.#kind, id);
  }

  async revokeByGrantId(grantId: string) {
    for (const { id, payload } of this.#store.list<Entry>(this.#kind))
      if (payload.grantId === grantId) this.#store.delete(this.#kind, id);
  }

  #search(name: string, value: string) {
    const entries = this.#store.list<Entry>(this.#kind).filter(alive);
    return entries.find(({ payload }) => payload[name] === value)?.payload;
  }
}

const alive = ({ expiresAt }: Entry) => expiresAt === undefined || expiresAt > seconds();
