import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { publicRecord } from '../../functions/relay/public-record.ts';
import type { PublicRecord } from '../../shared/contract/verifier.ts';
import type { Records } from '../../shared/ports/lists.ts';
import { complete } from '../fixtures/envelope-steps.ts';
import type { SettableClock } from '../fixtures/memory/clock.ts';
import { memoryPorts } from '../fixtures/memory-ports.ts';

interface Given {
  readonly records: Records;
  readonly clock: SettableClock;
}

const hex = () => randomBytes(32).toString('hex');

export const recordsContract = (given: () => Given) =>
  describe('a public record', () => {
    let record: PublicRecord & { sha256: string };
    beforeEach(async () => {
      const ports = memoryPorts();
      const envelope = await ports.ledger.load(await complete(ports));
      const facts = { company: 'Rossi S.p.A.', showTitle: false };
      record = { ...publicRecord(envelope, facts)!, sha256: hex() };
    });

    it('is found by its id and by the hash of the file, and says nothing more', async () => {
      const { records } = given();
      await records.put({ ...record, seq: 9, expiresAt: 9_999_999_999 });
      expect(await records.find(record.id)).toEqual(record);
      expect(await records.findBySha256(record.sha256)).toEqual(record);
      expect(await records.find(hex())).toBeUndefined();
      expect(await records.findBySha256(hex())).toBeUndefined();
    });

    it('is not put back by an older state', async () => {
      const { records } = given();
      await records.put({ ...record, seq: 9 });
      await records.put({ ...record, status: 'open', seq: 8 });
      expect(await records.find(record.id)).toEqual(record);
    });

    it('is not found any more once its evidence has ended', async () => {
      const { records, clock } = given();
      await records.put({ ...record, seq: 9, expiresAt: clock.now().getTime() / 1000 + 10 });
      clock.advance(9);
      expect(await records.find(record.id)).toEqual(record);
      clock.advance(1);
      expect(await records.find(record.id)).toBeUndefined();
      expect(await records.findBySha256(record.sha256)).toBeUndefined();
    });
  });
