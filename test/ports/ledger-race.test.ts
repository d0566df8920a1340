import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Conflict } from '../../shared/domain/errors.ts';
import type { Ledger } from '../../shared/ports/ledger.ts';
import { type AwsTarget, createTable, startAws } from '../fixtures/aws-target.ts';
import { draft } from '../fixtures/envelope-steps.ts';
import { SettableClock } from '../fixtures/memory/clock.ts';
import { OWNER_ACTOR } from '../fixtures/sample-envelope.ts';

const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
const hex = () => randomBytes(32).toString('hex');
const clock = new SettableClock();

let aws: AwsTarget;
let ledger: Ledger;
const pauses: number[] = [];
const fromLeastToMost = [0, 255, 51];
const stepBack = {
  random: () => Uint8Array.of(fromLeastToMost[pauses.length % 3]!),
  pause: async (ms: number) => void pauses.push(ms),
};
beforeAll(async () => {
  aws = await startAws();
  const { dynamoLedger } = await import('../../shared/aws/ledger/dynamo-ledger.ts');
  const LEDGER_TABLE = await createTable(aws, 'Ledger', { hash: 'envelopeId', range: 'seq' });
  ledger = dynamoLedger({ LEDGER_TABLE }, stepBack);
});
afterAll(() => aws.stop());

describe('the ledger', () => {
  it('gives up with a conflict when others are always first, after eight steps back by chance', async () => {
    const id = await draft({ ledger, clock, random });
    const spoil = (reason: string) =>
      ledger.change(id, { actor: OWNER_ACTOR, now: clock.now() }, () => ({
        type: 'document.refused',
        data: { upload: reason, name: 'x', code: 'x' },
      }));
    const { dynamo } = await import('../../shared/aws/dynamo-client.ts');
    const send = dynamo.send.bind(dynamo);
    let busy = false;
    dynamo.send = (async (command: { constructor: { name: string } }) => {
      if (command.constructor.name === 'PutCommand' && !busy) {
        busy = true;
        await spoil(hex());
        busy = false;
      }
      return send(command as never);
    }) as never;
    try {
      await expect(spoil('late')).rejects.toThrow(Conflict);
      expect(pauses).toEqual([0, 80, 16, 0, 80, 16, 0, 80]);
    } finally {
      dynamo.send = send;
    }
  });
});
