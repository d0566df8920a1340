import { describe, expect, it } from 'vitest';
import { cast } from '../../scripts/demo/cast.ts';
import { openAndConfirm, signCeremony } from '../../scripts/demo/ceremony.ts';
import { draftEnvelope } from '../../scripts/demo/drafting.ts';
import { eventually } from '../../scripts/demo/eventually.ts';
import { completed, isRemovedFor, journey } from '../../scripts/demo/journey.ts';
import { paperFor } from '../../scripts/demo/paper.ts';
import { type Stage, signerOf } from '../../scripts/demo/stage.ts';
import { Verifier } from '../../scripts/demo/verifier.ts';
import type { Party } from '../../shared/domain/envelope/party.ts';
import { DAY_MS, sendContract, silent, stageOn, useTarget } from './theatre.ts';

const target = useTarget();

const status = async (id: string): Promise<string> =>
  (await (await stageOn(target)).employee.show(id)).status;

const becomes = (id: string, wanted: string) =>
  eventually(`status ${wanted}`, async () => (await status(id)) === wanted);

/** Two weeks after the end: the bucket is empty, the link reports it, the verifier still answers. */
async function expectPurged(stage: Stage, id: string, verifyUrl: string): Promise<void> {
  await stage.desk.advance(14 * DAY_MS);
  await becomes(id, 'purged');
  expect(await stage.desk.objectsOf(id)).toEqual([]);
  expect(await isRemovedFor(signerOf(stage, 'director'))).toBe(true);
  expect((await new Verifier(verifyUrl).record()).id).toBe(id);
  await eventually('the end of the workflow', async () => {
    const execution = await stage.desk.execution(id);
    return execution?.status === 'SUCCEEDED';
  });
}

describe('an envelope that', () => {
  it('is completed goes after 14 days, and its hash is still authentic', async () => {
    const stage = await stageOn(target);
    const { envelopeId, verifyUrl, signed } = await journey(stage, paperFor(undefined, 2));
    await stage.desk.advance(14 * DAY_MS - 3_600_000);
    expect((await signerOf(stage, 'client').open()).state).toBe('completed');
    await expectPurged(stage, envelopeId, verifyUrl);
    const answer = await new Verifier(verifyUrl).judge(signed, envelopeId);
    expect(answer.verdict).toBe('authentic');
  });

  it('a client declines stops for everyone, and goes after 14 days', async () => {
    const stage = await stageOn(target);
    const id = await sendContract(stage);
    const { verifyUrl } = await stage.employee.show(id);
    await signCeremony(signerOf(stage, 'director'), silent);
    const client = signerOf(stage, 'client');
    await client.readLink();
    await client.open();
    await client.decline('Il prezzo non è quello concordato');
    await becomes(id, 'declined');
    expect((await stage.employee.show(id)).reason).toBe('Il prezzo non è quello concordato');
    await stage.desk.published(id, 'party.declined');
    await expect(client.askCode()).rejects.toMatchObject({ code: 'envelope_closed' });
    await signerOf(stage, 'director').mailbox.next('the notice', /rifiutat|declin/i);
    await expectPurged(stage, id, verifyUrl);
  });

  it('the sender voids can no longer be signed, even with a right code', async () => {
    const stage = await stageOn(target);
    const id = await sendContract(stage);
    const { verifyUrl } = await stage.employee.show(id);
    const director = signerOf(stage, 'director');
    await openAndConfirm(director, silent);
    const { sha256 } = await director.document();
    await stage.employee.stop(id, 'Contratto sbagliato');
    const signature = { method: 'typed', text: 'Laura', hand: 'caveat' } as const;
    const late = director.sign({ documentSha256: sha256, values: {}, signature });
    await expect(late).rejects.toMatchObject({ code: 'envelope_closed' });
    await becomes(id, 'voided');
    await stage.desk.published(id, 'envelope.voided');
    expect((await new Verifier(verifyUrl).record()).status).toBe('voided');
    await expectPurged(stage, id, verifyUrl);
  });

  it('nobody signs is reminded after 3 and 7 days, expires after 14, and goes 14 days later', async () => {
    const stage = await stageOn(target);
    const id = await sendContract(stage);
    const { verifyUrl } = await stage.employee.show(id);
    const director = signerOf(stage, 'director');
    await director.readLink('the invitation');
    await stage.desk.advance(3 * DAY_MS);
    await director.readLink('the first reminder');
    expect((await director.open()).state).toBe('open');
    await stage.desk.advance(4 * DAY_MS);
    await director.readLink('the second reminder');
    await stage.desk.advance(7 * DAY_MS);
    await becomes(id, 'expired');
    expect((await director.open()).state).toBe('expired');
    const events = await stage.desk.published(id, 'envelope.expired');
    expect(events.map((event) => event['detail-type'])).toEqual([
      'envelope.created',
      'envelope.sent',
      'party.invited',
      'party.invited',
      'party.opened',
      'party.invited',
      'envelope.expired',
    ]);
    await expectPurged(stage, id, verifyUrl);
  });
});

describe('a draft that', () => {
  async function drafted(stage: Stage) {
    const { id } = await draftEnvelope(stage, paperFor(undefined, 2));
    expect(await stage.desk.objectsOf(id)).not.toEqual([]);
    return id;
  }
  const expectGone = (stage: Stage, id: string) =>
    eventually('the end of its document', async () => {
      const left = await stage.desk.objectsOf(id);
      return left.length === 0;
    });

  it('its sender deletes is unknown at once, and a day later its document is gone', async () => {
    const stage = await stageOn(target);
    const id = await drafted(stage);
    await stage.employee.discard(id);
    await expect(stage.employee.show(id)).rejects.toMatchObject({ status: 404 });
    await stage.desk.published(id, 'envelope.voided');
    await stage.desk.advance(DAY_MS);
    await expectGone(stage, id);
  });

  it('is not sent in its days goes by itself', async () => {
    const stage = await stageOn(target);
    const id = await drafted(stage);
    await stage.desk.advance(60 * DAY_MS);
    await expect((await stageOn(target)).employee.show(id)).rejects.toMatchObject({ status: 404 });
    await stage.desk.advance(DAY_MS);
    await expectGone(stage, id);
  });
});

describe('the sender', () => {
  it('learns that a text message did not arrive, and from whom', async () => {
    const [director, client] = cast(2) as [Party, Party];
    const unreachable = { kind: 'sms', number: '+393330000000' } as const;
    const stage = await stageOn(target, [director, { ...client, channel: unreachable }]);
    const id = await sendContract(stage);
    await signCeremony(signerOf(stage, 'director'), silent);
    const events = await stage.desk.published(id, 'delivery.failed');
    const failed = events.filter((event) => event['detail-type'] === 'delivery.failed');
    expect(failed.map(({ detail }) => ('data' in detail ? detail.data : detail))).toEqual([
      {
        to: 'client',
        notice: 'invitation',
        reason: 'text: Phone is currently unreachable/unavailable',
        kind: 'failed',
        round: 0,
      },
    ]);
  });

  it('re-sends: the new link works, the old one is gone', async () => {
    const stage = await stageOn(target);
    const id = await sendContract(stage);
    const director = signerOf(stage, 'director');
    await director.readLink();
    const before = signerOf(await stageOn(target, [director.party]), 'director');
    await before.readLink();
    await stage.employee.resend(id, 'director');
    await director.readLink('the new link');
    await expect(before.open()).rejects.toMatchObject({ status: 404, code: 'link_invalid' });
    expect((await director.open()).state).toBe('open');
  });

  it('corrects a contact: the link goes to the new one alone, and the journey goes on', async () => {
    const stage = await stageOn(target);
    const id = await sendContract(stage);
    const director = signerOf(stage, 'director');
    await director.readLink();
    const channel = { kind: 'email', address: `new-${Date.now()}@example.com` } as const;
    await stage.employee.correct(id, 'director', channel);
    const moved = { ...director.party, channel };
    const corrected = await stageOn(target, [moved, signerOf(stage, 'client').party]);
    await signCeremony(signerOf(corrected, 'director'), silent);
    await signCeremony(signerOf(corrected, 'client'), silent);
    await completed(corrected, id);
    await expect(director.open()).rejects.toMatchObject({ status: 404 });
  });

  it('sends a reminder by hand, and the earlier link stays good', async () => {
    const stage = await stageOn(target);
    const id = await sendContract(stage);
    const director = signerOf(stage, 'director');
    await director.readLink();
    const earlier = signerOf(await stageOn(target, [director.party]), 'director');
    await earlier.readLink();
    await stage.employee.remind(id, 'director');
    await director.readLink('the reminder');
    expect((await director.open()).state).toBe('open');
    expect((await earlier.open()).state).toBe('open');
  });
});
