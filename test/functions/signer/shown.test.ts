import { beforeEach, describe, expect, it } from 'vitest';
import { eventOf } from '../../../functions/relay/event-of.ts';
import { timelineOf } from '../../../functions/sender/reading/timeline.ts';
import type { Entry } from '../../../shared/domain/ledger/ledger.ts';
import { revision, step } from '../../fixtures/envelope-steps.ts';
import {
  arrivedCode,
  Browser,
  invitedLink,
  onClientsTurn,
  type SignerPorts,
  signerDoor,
  signerPorts,
} from '../../fixtures/signer-door.ts';

let ports: SignerPorts;
let id: string;
let browser: Browser;
let documentSha256: string;

beforeEach(async () => {
  ports = signerPorts();
  id = await onClientsTurn(ports);
  browser = new Browser(signerDoor(ports));
  documentSha256 = revision(id, 1).sha256;
  await browser.open(await invitedLink(ports, id, 'c1'));
});

const tell = (shown: string, sha256 = documentSha256) =>
  browser.ask('POST /api/sign/{handle}/shown', { documentSha256: sha256, shown });

const opened = async () =>
  (await ports.ledger.entries(id)).filter(
    (entry): entry is Entry<'opened'> => entry.type === 'opened' && entry.data.party === 'c1',
  );

describe('how the document was shown', () => {
  it.each(['drawn', 'pdf'] as const)('is in the ledger as the page says it: %s', async (shown) => {
    expect((await browser.show()).body.shown).toBeUndefined();
    expect(await tell(shown)).toMatchObject({ status: 200, body: { documentSha256, shown } });
    expect((await browser.show()).body.shown).toBe(shown);
    expect((await opened()).map(({ data }) => data)).toEqual([
      { party: 'c1' },
      { party: 'c1', documentSha256, shown },
    ]);
  });

  it('is recorded once for a revision, however often it is told', async () => {
    for (const shown of ['drawn', 'drawn', 'pdf']) await tell(shown);
    expect(await opened()).toHaveLength(2);
  });

  it('is told of the revision that is signed, and of no other', async () => {
    const other = await tell('drawn', revision(id, 0).sha256);
    expect(other).toMatchObject({ status: 409, body: { code: 'document_changed' } });
    expect(await tell('guessed')).toMatchObject({ status: 400 });
    expect(await opened()).toHaveLength(1);
  });

  it('is on the timeline, but no second event that the party opened its link', async () => {
    await tell('pdf');
    const entries = await ports.ledger.entries(id);
    const envelope = await ports.ledger.load(id);
    const [link, document] = await opened();
    expect(eventOf(link!, envelope)?.type).toBe('party.opened');
    expect(eventOf(document!, envelope)).toBeUndefined();
    const told = timelineOf(entries).filter(
      ({ type, party }) => type === 'opened' && party === 'c1',
    );
    expect(told.map(({ facts }) => facts.shown)).toEqual([undefined, 'pdf']);
  });
});

describe('nobody signs', () => {
  async function signed() {
    const signature = { method: 'typed', text: 'Luca Verdi', hand: 'caveat' };
    return browser.sign({ documentSha256, values: { ct: 'Roma', ck: true }, signature });
  }
  async function confirm() {
    await browser.consent();
    await browser.sendCode();
    await browser.confirm(arrivedCode(ports, 'sms'));
  }

  it('whose page has not shown the document', async () => {
    await confirm();
    expect(await signed()).toMatchObject({ status: 409, body: { code: 'document_not_shown' } });
    await tell('drawn');
    expect(await signed()).not.toMatchObject({ body: { code: 'document_not_shown' } });
  });

  it('after a new invitation, by what an earlier page has shown', async () => {
    await tell('drawn');
    await step(ports, id, 're-sent', { party: 'c1' });
    browser = new Browser(signerDoor(ports));
    await browser.open(await invitedLink(ports, id, 'c1'));
    expect((await browser.show()).body.shown).toBeUndefined();
    await confirm();
    expect(await signed()).toMatchObject({ status: 409, body: { code: 'document_not_shown' } });
  });
});
