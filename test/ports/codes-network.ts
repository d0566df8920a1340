import { describe, expect, it } from 'vitest';
import type { AccessPorts } from '../fixtures/access-ports.ts';
import type { SettableClock } from '../fixtures/memory/clock.ts';
import { confirmed, partyWithCode } from './codes.contract.ts';

type Given = AccessPorts & { readonly clock: SettableClock };

export type Send = (command: {
  readonly input: { readonly Key?: { readonly pk?: string } };
}) => Promise<unknown>;

/** Intercepts the adapter's requests while `work` runs. */
export async function meddling<T>(
  meddle: (send: Send) => Send,
  work: () => Promise<T>,
): Promise<T> {
  const { dynamo } = await import('../../shared/aws/dynamo-client.ts');
  const send = dynamo.send.bind(dynamo) as unknown as Send;
  dynamo.send = meddle(send) as never;
  try {
    return await work();
  } finally {
    dynamo.send = send as never;
  }
}

/** Of the adapter alone: memory has no network. */
export const codesWhenTheNetworkFails = (given: () => Given) =>
  describe('codes, when the network fails', () => {
    const now = () => given().clock.now().getTime();
    /** The response is lost, so the SDK repeats a write that succeeded. */
    const twice =
      (send: Send): Send =>
      async (command) => {
        if ('UpdateExpression' in command.input) await send(command).catch(() => {});
        return send(command);
      };

    it('a sending whose answer was lost is not taken for another’s', async () => {
      const { link } = await partyWithCode(given());
      const reserve = () => given().codes.reserveSending(link, [], now());
      expect(await meddling(twice, reserve)).toBe(true);
      expect(await given().codes.sendings(link)).toEqual([now()]);
      await meddling(twice, () => given().codes.releaseSending(link, now()));
      expect(await given().codes.sendings(link)).toEqual([]);
    });

    it('a success whose answer was lost is a success', async () => {
      const { link, code, secretSha256 } = await partyWithCode(given());
      const confirm = () => given().codes.confirm(link, code, { secretSha256, confirmed });
      expect(await meddling(twice, confirm)).toBe(true);
    });

    it('stay confirmed for their session after a crash before its row was written', async () => {
      const { link, code, secretSha256 } = await partyWithCode(given());
      const confirm = () => given().codes.confirm(link, code, { secretSha256, confirmed });
      const crashing =
        (send: Send): Send =>
        async (command) => {
          if (command.input.Key?.pk?.startsWith('session#')) throw new Error('crash');
          return send(command);
        };
      await expect(meddling(crashing, confirm)).rejects.toThrow('crash');
      expect((await given().sessions.find(secretSha256))?.confirmed).toEqual(confirmed);
    });
  });
