import { describe, expect, it } from 'vitest';
import { cast } from '../../scripts/demo/cast.ts';
import { journey } from '../../scripts/demo/journey.ts';
import { paperFor } from '../../scripts/demo/paper.ts';
import { Verifier } from '../../scripts/demo/verifier.ts';
import { chainFault, type Entry } from '../../shared/domain/ledger/ledger.ts';
import { verifyDocument } from '../../shared/pdf/verify/verify.ts';
import { stageOn, useTarget } from './theatre.ts';

const target = useTarget();

const derOf = (pem: Uint8Array): Uint8Array =>
  new Uint8Array(
    Buffer.from(
      Buffer.from(pem)
        .toString()
        .replace(/-----[^-]+-----|\s/g, ''),
      'base64',
    ),
  );

describe.each([2, 4] as const)('a document with %i parties', (count) => {
  it('travels from upload to a sealed, verified file that everyone has', async () => {
    const stage = await stageOn(target, cast(count));
    const { envelopeId, verifyUrl, signed } = await journey(stage, paperFor(undefined, count));

    const roots = [derOf(await new Verifier(verifyUrl).authorityCertificate())];
    const report = await verifyDocument(signed, { roots, envelopeId });
    expect(report.reasons.map(({ code }) => code)).toEqual(['authentic']);
    const kinds = report.signatures.map(({ kind }) => kind);
    expect(kinds).toEqual([...Array(count).fill('party'), 'seal', 'timestamp']);

    const ledger = JSON.parse(Buffer.from(await stage.employee.ledger(envelopeId)).toString());
    expect(chainFault(ledger as Entry[])).toBeUndefined();
    expect(await stage.employee.download(envelopeId)).toEqual(signed);
  });
});

describe('what leaves the house', () => {
  it('never says a link, a code, a name or an address in an event', async () => {
    const stage = await stageOn(target);
    const { envelopeId } = await journey(stage, paperFor(undefined, 2));
    const events = await stage.desk.published(envelopeId, 'envelope.completed');
    expect(events.map((event) => event['detail-type'])).toEqual([
      'envelope.created',
      'envelope.sent',
      'party.invited',
      'party.opened',
      'party.signed',
      'party.invited',
      'party.opened',
      'party.signed',
      'envelope.completed',
    ]);
    const said = JSON.stringify(events);
    for (const { party } of stage.signers) {
      const contact = party.channel.kind === 'sms' ? party.channel.number : party.channel.address;
      expect(said).not.toContain(contact);
      expect(said).not.toContain(party.name);
    }
    expect(said).not.toContain('/sign#');
  });

  it('shows the public no more than masked names', async () => {
    const stage = await stageOn(target);
    const { verifyUrl } = await journey(stage, paperFor(undefined, 2));
    const record = JSON.stringify(await new Verifier(verifyUrl).record());
    expect(record).toContain('L••• B•••');
    for (const { party } of stage.signers) expect(record).not.toContain(party.name);
  });
});
