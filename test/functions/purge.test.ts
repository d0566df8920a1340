import { describe, expect, it } from 'vitest';
import { makePurge } from '../../functions/purge/purge.ts';
import { summaryOf } from '../../shared/domain/envelope/summary.ts';
import { stop } from '../../shared/domain/transitions/sender-acts.ts';
import { signedByAll } from '../fixtures/sealed-journey.ts';
import {
  close,
  decide,
  ENVELOPE_ID,
  type SealingPorts,
  sealingPorts,
  sentEnvelope,
} from '../fixtures/sealing.ts';

const purge = (ports: SealingPorts) =>
  makePurge(ports)({ operation: 'purge', envelopeId: ENVELOPE_ID });
const keys = (ports: SealingPorts) => [...ports.documents.objects.keys()].sort();
const DAYS_14 = 14 * 24 * 3_600;

async function completedEnvelope(): Promise<SealingPorts> {
  const ports = await signedByAll();
  await close(ports);
  for (const prefix of ['uploads/documents', 'exports']) {
    const key = `${prefix}/${ENVELOPE_ID}/x`;
    await ports.documents.put(key, Buffer.from('x'), { contentType: 'text/plain' });
  }
  await ports.documents.put('open/OTHER/x.pdf', Buffer.from('x'), { contentType: 'text/plain' });
  return ports;
}

describe('purge', () => {
  it('removes every object of the envelope at the hour, and nothing else', async () => {
    const ports = await completedEnvelope();
    ports.clock.advance(DAYS_14);
    await purge(ports);
    expect(keys(ports)).toEqual([
      'open/OTHER/x.pdf',
      'pki/authority.json',
      'pki/chain.pem',
      'pki/revoked.crl',
      'pki/root.der',
      'pki/root.pem',
    ]);
  });

  it('removes nothing one second before the hour', async () => {
    const ports = await completedEnvelope();
    const before = keys(ports);
    ports.clock.advance(DAYS_14 - 1);
    await expect(purge(ports)).rejects.toThrow('too early');
    expect(keys(ports)).toEqual(before);
  });

  it('keeps the facts in the ledger, and records the purge once', async () => {
    const ports = await completedEnvelope();
    ports.clock.advance(DAYS_14);
    await purge(ports);
    await purge(ports);
    const entries = await ports.ledger.entries(ENVELOPE_ID);
    expect(entries.filter(({ type }) => type === 'purged')).toHaveLength(1);
    expect(await ports.ledger.load(ENVELOPE_ID)).toMatchObject({
      status: 'purged',
      ended: 'completed',
    });
  });

  it('leaves the envelope in the list where it was, as what it was', async () => {
    const ports = await completedEnvelope();
    const { at } = (await ports.ledger.entries(ENVELOPE_ID)).find(
      ({ type }) => type === 'completed',
    )!;
    ports.clock.advance(DAYS_14);
    await purge(ports);
    const summary = summaryOf(await ports.ledger.load(ENVELOPE_ID));
    expect(summary).toMatchObject({ status: 'purged', ended: 'completed', updatedAt: at });
  });

  it('comes 14 days after the end also for an envelope that was voided', async () => {
    const ports = sealingPorts();
    await sentEnvelope(ports);
    await decide(ports, { kind: 'sender', subject: 'x' }, (it) => stop(it, 'error'));
    ports.clock.advance(DAYS_14);
    await purge(ports);
    expect(keys(ports)).toEqual([]);
  });

  it('never touches an envelope that is still being signed', async () => {
    const ports = sealingPorts();
    await sentEnvelope(ports);
    ports.clock.advance(100 * DAYS_14);
    await expect(purge(ports)).rejects.toThrow('too early');
  });
});
