import { expect, test } from 'vitest';
import { makeCanary } from '../../functions/canary/canary.ts';
import { canaryDocument } from '../../functions/canary/canary-document.ts';
import { makeCheck } from '../../functions/intake/check.ts';
import { uploadOf } from '../../shared/contract/sender/upload-ticket.ts';
import type { Envelope } from '../../shared/domain/envelope/envelope.ts';
import { bySystem } from '../../shared/domain/ledger/ledger.ts';
import { invited, prepared } from '../../shared/domain/transitions/workflow-steps.ts';
import * as parser from '../../shared/pdf/intake/intake.ts';
import type { Ledger } from '../../shared/ports/ledger.ts';
import { sealingPorts } from '../fixtures/sealing.ts';

const RETENTION = { evidenceYears: 10, draftDays: 60 };
const SETTINGS = { language: 'it', documentDays: 14, retention: RETENTION } as const;
const NOW_AND_THEN = 2_000;

/** A deployment that processes the upload and invites the party as far as `does` says. */
function scene(does: { check: boolean; invite: boolean }) {
  const ports = sealingPorts();
  const begun: string[] = [];
  const ledger: Ledger = {
    load: (id) => ports.ledger.load(id),
    entries: (id) => ports.ledger.entries(id),
    change: (...of) => ports.ledger.change(...of),
    begin: (id, ...of) => {
      begun.push(id);
      return ports.ledger.begin(id, ...of);
    },
  };
  const documents = Object.assign(Object.create(ports.documents), {
    put: async (key: string, bytes: Uint8Array, options: never) => {
      const etag = await ports.documents.put(key, bytes, options);
      if (does.check && uploadOf(key)) await makeCheck({ ...ports, parser })(key);
      return etag;
    },
  });
  async function pause() {
    ports.clock.advance(NOW_AND_THEN / 1_000);
    if (does.invite) await inviteIn(ports, begun[0]!);
  }
  const run = makeCanary({ ...ports, ledger, documents, pause }, SETTINGS);
  return { run, load: (): Promise<Envelope> => ports.ledger.load(begun[0]!), ports };
}

async function inviteIn({ ledger, clock }: ReturnType<typeof sealingPorts>, id: string) {
  const revision = { number: 0, key: 'open/x/r0.pdf', sha256: 'a'.repeat(64), length: 1 };
  const { status } = await ledger.load(id);
  if (status === 'preparing')
    await ledger.change(id, bySystem('intake', clock.now()), (it) =>
      prepared(it, { revision, certificatePages: 1 }),
    );
  const data = { party: 'nobody', notice: 'invitation', occasion: 'first' } as const;
  await ledger.change(id, bySystem('invite', clock.now()), (it) => invited(it, data));
}

test('a healthy deployment invites nobody’s mailbox, and the test is voided and says that it is one', async () => {
  const { run, load } = scene({ check: true, invite: true });
  const { envelopeId } = await run();
  const envelope = await load();
  expect(envelope).toMatchObject({
    id: envelopeId,
    status: 'voided',
    title: 'TEST (canary)',
    owner: { subject: 'canary' },
    parties: [
      {
        invitedAt: expect.any(String),
        channel: { kind: 'email', address: 'success@simulator.amazonses.com' },
      },
    ],
  });
});

test('a party that is not invited in time fails the run, and nothing stays open', async () => {
  const { run, load } = scene({ check: true, invite: false });
  await expect(run()).rejects.toMatchObject({ name: 'CanaryFailed', code: 'party_not_invited' });
  expect((await load()).status).toBe('voided');
});

test('an upload that nobody checks fails the run, and its draft is deleted', async () => {
  const { run, load } = scene({ check: false, invite: false });
  await expect(run()).rejects.toMatchObject({ name: 'CanaryFailed', code: 'document_not_checked' });
  expect(await load()).toMatchObject({ status: 'draft', discardedAt: expect.any(String) });
});

test('its document is one that intake takes as it is', async () => {
  const { pages, removed } = await parser.checkDocument(canaryDocument());
  expect([pages, removed]).toEqual([[{ width: 595, height: 842 }], []]);
});
