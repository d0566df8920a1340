import type { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventually } from '../../scripts/demo/eventually.ts';
import { guardedPost } from '../../shared/webhooks/guarded-post.ts';
import { signedHeaders, webhookSecret } from '../../shared/webhooks/signed-headers.ts';

type Receiver = (
  secret: string,
  handle: (event: { type: string }, id: string) => void,
) => ReturnType<typeof createServer>;

/** The example of the docs, which checks with the `standardwebhooks` package. */
const { receiver }: { receiver: Receiver } = await import(
  join(import.meta.dirname, '../../docs/examples/webhook-receiver.mjs')
);

const [old, fresh, other] = [1, 2, 3].map((fill) => webhookSecret(new Uint8Array(32).fill(fill)));
const body = JSON.stringify({ type: 'envelope.completed', data: { title: 'Zoë' } });

interface Sending {
  readonly id?: string;
  readonly at?: Date;
  readonly secrets: readonly (string | undefined)[];
}

async function heardBy(secret: string | undefined, sendings: readonly Sending[]) {
  const heard: string[] = [];
  const server = receiver(secret ?? '', ({ type }, id) => heard.push(`${id} ${type}`));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const post = guardedPost({ receivers: 'loopback' });
  const statuses: unknown[] = [];
  try {
    for (const { id = 'E-1-x', at = new Date(), secrets } of sendings) {
      const headers = signedHeaders({ id, at, body }, secrets as string[]);
      statuses.push(((await post({ url, headers, body })) as { status: number }).status);
    }
    const taken = new Set(
      sendings.filter((_, index) => statuses[index] === 204).map(({ id }) => id),
    );
    await eventually('the receiver to handle it', async () => heard.length === taken.size);
  } finally {
    server.close();
  }
  return { statuses, heard };
}

describe('a signature', () => {
  it.each([
    ['old', old],
    ['new', fresh],
  ])('is accepted by who holds the %s secret while it is exchanged', async (_, secret) => {
    expect(await heardBy(secret, [{ secrets: [fresh, old] }])).toEqual({
      statuses: [204],
      heard: ['E-1-x envelope.completed'],
    });
  });

  it('by another secret, or of six minutes ago, is not', async () => {
    const late = new Date(Date.now() - 6 * 60_000);
    const sendings = [{ secrets: [other] }, { secrets: [old], at: late }];
    expect(await heardBy(old, sendings)).toEqual({ statuses: [401, 401], heard: [] });
  });

  it('of a further attempt has a new time and the same id, by which a receiver handles it once', async () => {
    const again = { secrets: [old] };
    expect(await heardBy(old, [again, again])).toEqual({
      statuses: [204, 204],
      heard: ['E-1-x envelope.completed'],
    });
  });
});

it('a secret is as the specification writes it', () => {
  expect(old).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
});
