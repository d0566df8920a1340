import { Refusal } from '../../../shared/domain/errors.ts';
import { UNDELIVERABLE } from '../../../shared/domain/ledger/entries.ts';
import { bySystem, type Entry } from '../../../shared/domain/ledger/ledger.ts';
import { CODE, type Purpose } from '../../../shared/domain/secrets/code.ts';
import { deliveryFailed } from '../../../shared/domain/transitions/workflow-steps.ts';
import type { Notify } from '../../../shared/messages/notify.ts';
import { Undeliverable } from '../../../shared/ports/messages.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { Ceremony } from '../session/ceremony.ts';

type Deps = Pick<Ports, 'ledger'> & { readonly notify: Notify };

/** Sends to the party's channel. Throws `contact_invalid` if the contact is undeliverable. */
export async function sendCode(
  { notify, ledger }: Deps,
  { envelope, party, now }: Ceremony,
  purpose: Purpose,
  code: string,
): Promise<void> {
  try {
    await notify(envelope, party, 'code', { code, purpose, minutes: CODE.lifetime / 60 });
  } catch (error) {
    if (!(error instanceof Undeliverable)) throw error;
    const { id: to, round } = party;
    const failed = failedCodes(await ledger.entries(envelope.id), to);
    const about = { to, notice: 'code', round, occasion: `code ${failed}` } as const;
    const failure = { ...about, reason: UNDELIVERABLE, kind: 'failed' } as const;
    if (failed < CODE.perRound)
      await ledger.change(envelope.id, bySystem('feedback', now), (current) =>
        deliveryFailed(current, failure),
      );
    throw new Refusal('contact_invalid');
  }
}

/** Failures do not use up the sendings, so their entries are limited separately, to as many per round. */
function failedCodes(entries: readonly Entry[], party: string): number {
  const round = entries.findLastIndex(
    ({ type, data }) =>
      (type === 're-sent' || type === 'contact.corrected') && data.party === party,
  );
  return entries
    .slice(round + 1)
    .filter(
      ({ type, data }) => type === 'delivery.failed' && data.to === party && data.notice === 'code',
    ).length;
}
