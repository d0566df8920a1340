import { describe, expect, it } from 'vitest';
import { makeDeliver } from '../../functions/deliver/deliver.ts';
import { makePrepare } from '../../functions/intake/prepare.ts';
import { makeAppend } from '../../functions/seal/append.ts';
import { makeClose } from '../../functions/seal/close.ts';
import type { Completed, Signing } from '../../shared/domain/envelope/envelope.ts';
import * as intake from '../../shared/pdf/intake/intake.ts';
import { openPlan, planKeyOf } from '../../shared/pdf/revision/guarded-plan.ts';
import { verifyDocument } from '../../shared/pdf/verify/verify.ts';
import { recordings } from './recording.ts';
import { type Restored, restored, upToLast } from './restored.ts';

const fileOf = async ({ ledger, documents }: Restored, id: string) => {
  const { file } = (await ledger.load(id)) as Completed;
  return { bytes: (await documents.get(file.key))!.bytes, sha256: file.sha256 };
};

describe.each(recordings())('documents of $version', (recording) => {
  const id = recording.id('completed');
  const objects = new Map(recording.objects());
  const root = objects.get('pki/root.der')!.bytes;
  const verdictOf = async (file: { bytes: Uint8Array; sha256: string }, now?: Date) => {
    const options = { roots: [root], envelopeId: id, expected: { sha256: file.sha256 } };
    const report = await verifyDocument(file.bytes, { ...options, ...(now && { now }) });
    return report.reasons.map(({ code }) => code);
  };

  it('are still authentic once sealed, then and ten years later', async () => {
    const file = await fileOf(restored(recording, 'completed'), id);
    expect(await verdictOf(file, new Date(recording.at.over))).toEqual(['authentic']);
    const later = new Date(Date.parse(recording.at.over) + 10 * 365 * 86_400_000);
    expect(await verdictOf(file, later)).toEqual(['authentic']);
  });

  it('have a plan beside every open revision that its key still vouches for', async () => {
    const { revisions } = recording.ledgers
      .get('completed')!
      .envelopes.find(({ status }) => status === 'completed') as Completed;
    expect(revisions).toHaveLength(3);
    const planKey = recording.macKey('PLAN_KEY');
    for (const revision of revisions) {
      const stored = objects.get(planKeyOf(revision.key))!.bytes;
      const { plan } = await openPlan(stored, revision, (...given) => planKey.verify(...given));
      expect(plan.revision).toBe(revision.number);
    }
  });

  it('are prepared from a draft that was sent', async () => {
    const ports = restored(recording, 'completed', upToLast(recording, 'completed', 'sent'));
    const task = { operation: 'prepare', envelopeId: id } as const;
    const result = await makePrepare({ ...ports, parser: intake })(task);
    expect(result).toMatchObject({ running: true, turns: [['director'], ['client']] });
    expect(((await ports.ledger.load(id)) as Signing).revisions).toHaveLength(1);
  });

  it.each([
    ['the first signature waits', 'director'],
    ['the last signature waits', 'client'],
  ])('are appended to while %s', async (_, party) => {
    const { entries } = recording.ledgers.get('completed')!;
    const signed = entries.findIndex((it) => it.type === 'signed' && it.data.party === party);
    const ports = restored(recording, 'completed', signed + 1);
    await makeAppend(ports)({ operation: 'append', envelopeId: id });
    const { parties } = await ports.ledger.load(id);
    expect(parties.find((it) => it.id === party)?.revision).toBeDefined();
  });

  it.each(['signed', 'appended'])(
    'are sealed by the stored authority after the last %s, and delivered to all',
    async (type) => {
      const ports = restored(recording, 'completed', upToLast(recording, 'completed', type));
      const { documents, mailer, textMessages, brand, verifierUrl } = ports;
      await makeAppend(ports)({ operation: 'append', envelopeId: id });
      await makeClose(ports)({ operation: 'close', envelopeId: id });
      expect((await documents.get('pki/root.der'))!.bytes).toEqual(root);
      expect(await verdictOf(await fileOf(ports, id), ports.clock.now())).toEqual(['authentic']);
      await makeDeliver(ports, { brand, verifierUrl })({ operation: 'deliver', envelopeId: id });
      expect([mailer.sent.length, textMessages.sent.length]).toEqual([2, 1]);
    },
  );
});
