import type { CeremonyAnswer } from '../../../shared/contract/signer.ts';
import { partyOf } from '../../../shared/domain/envelope/envelope.ts';
import { maskedChannel } from '../../../shared/domain/envelope/party.ts';
import { Refusal } from '../../../shared/domain/errors.ts';
import type { Report } from '../../../shared/domain/ledger/entries.ts';
import { CODE } from '../../../shared/domain/secrets/code.ts';
import { report, reportedAt } from '../../../shared/domain/transitions/reporting.ts';
import { onTurnInTime } from '../../../shared/domain/transitions/signing.ts';
import type { MailTo } from '../../../shared/messages/mail-to.ts';
import { type NoticeKind, senderOf } from '../../../shared/messages/notice.ts';
import { sendOnce } from '../../../shared/messages/send-once.ts';
import { Undeliverable } from '../../../shared/ports/messages.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { Ceremony, CeremonyRequest } from '../session/ceremony.ts';
import { changeByLink } from '../session/change-by-link.ts';
import type { DescribeCeremony } from './describe-ceremony.ts';

type Deps = Pick<Ports, 'codes' | 'claims' | 'clock' | 'random' | 'ledger'> & {
  readonly mailTo: MailTo;
};

const NOTICES = { 'not-mine': 'notMine', locked: 'locked' } as const satisfies Record<
  Report,
  NoticeKind
>;

/**
 * Reports to the sender; needs no code, because it ends nothing. The mail is sent before the entry, which states
 * that the sender was notified.
 */
export const makeReport =
  (ports: Deps, describe: DescribeCeremony, about: Report) =>
  async (request: CeremonyRequest): Promise<CeremonyAnswer> => {
    const { ceremony } = request;
    const { envelope, link, now } = ceremony;
    const data = { party: link.party, about };
    const { party } = onTurnInTime(envelope, link.party, now);
    if (reportedAt(party, about)) return describe(ceremony, request);
    if (about === 'locked') await assertLocked(ports, ceremony);
    await tellSender(ports, ceremony, about);
    const told = await changeByLink(ports.ledger, ceremony, (current) =>
      report(current, data, now),
    );
    return describe({ ...ceremony, envelope: told, party: partyOf(told, link.party) }, request);
  };

async function assertLocked({ codes }: Deps, { link }: Ceremony): Promise<void> {
  const sendings = await codes.sendings(link);
  if (sendings.length < CODE.perRound) throw new Refusal('code_not_locked');
}

/** If the sender's mail address does not work, the report is still in the console. */
async function tellSender(ports: Deps, { envelope, party }: Ceremony, about: Report) {
  const occasion = `${about}-${party.id}-${party.round}`;
  const facts = { by: party.name, channel: maskedChannel(party.channel) };
  try {
    await sendOnce(ports, envelope, { to: 'sender', occasion }, () =>
      ports.mailTo(envelope, senderOf(envelope), NOTICES[about], facts),
    );
  } catch (error) {
    if (!(error instanceof Undeliverable)) throw error;
  }
}
