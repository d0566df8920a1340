import { makeAppend } from '../../functions/seal/append.ts';
import { makeClose } from '../../functions/seal/close.ts';
import { companyStamp } from '../../scripts/demo/marks.ts';
import { makeNotify } from '../../shared/messages/notify.ts';
import type { Codes, Links, Sessions } from '../../shared/ports/access.ts';
import type { Ledger } from '../../shared/ports/ledger.ts';
import type { Clock } from '../../shared/ports/machine.ts';
import type { SettableClock } from '../fixtures/memory/clock.ts';
import { type Answer, Browser, signerDoor } from '../fixtures/signer-door.ts';
import type { Journey, Recording } from './recording.ts';
import { restored } from './restored.ts';

interface Kept {
  readonly ledger: Ledger;
  readonly links: Links;
  readonly sessions: Sessions;
  readonly codes: Codes;
  readonly clock: SettableClock & Clock;
}

/** Today's signer function on recorded tables, with recorded keys and objects. */
export function confirmedAgain(recording: Recording, kept: Kept) {
  const memory = restored(recording, 'lastSignature');
  const ports = {
    ...memory,
    ...kept,
    codeKey: recording.macKey('CODE_KEY'),
    comparisons: { count: 0 },
    notify: makeNotify({ ...memory, ...kept }, memory.brand),
  };
  const door = signerDoor(ports as never);
  const browserOf = (journey: Journey): Browser => {
    const browser = new Browser(door);
    const { handle, cookie } = recording.holding(journey).session!;
    const [name, value] = cookie.split('=') as [string, string];
    browser.cookies.set(name, value);
    browser.handle = handle;
    return browser;
  };
  const signedIn = async (journey: Journey, browser: Browser): Promise<Answer> => {
    const { fields } = (await browser.show()).body;
    await browser.shown();
    const { documentSha256 } = recording.holding(journey);
    const stamped = fields.some(({ kind }: { kind: string }) => kind === 'stamp');
    const signature = { method: 'typed', text: 'Maria Rossi', hand: 'caveat' };
    return browser.sign({
      documentSha256,
      values: valuesFor(fields),
      signature,
      ...(stamped && { stamp: { upload: await uploaded(browser) } }),
    });
  };
  const uploaded = async (browser: Browser): Promise<string> => {
    const { upload, fields } = (await browser.upload('stamp')).body;
    await ports.documents.put(fields.key, companyStamp(), { contentType: 'image/png' });
    return upload;
  };
  return {
    async signWithCode(journey: Journey) {
      const browser = browserOf(journey);
      const confirmed = await browser.confirm(recording.holding(journey).code!);
      return confirmed.status === 200 ? signedIn(journey, browser) : confirmed;
    },
    signWithSession: (journey: Journey) => signedIn(journey, browserOf(journey)),
    async sealed(journey: Journey) {
      const envelopeId = recording.id(journey);
      await makeAppend(ports)({ operation: 'append', envelopeId });
      await makeClose(ports)({ operation: 'close', envelopeId });
      return (await ports.ledger.load(envelopeId)).status;
    },
    async shown(journey: Journey) {
      return (await browserOf(journey).show()).body;
    },
    async stateAt(journey: Journey) {
      return (await new Browser(door).open(recording.holding(journey).link)).body.state;
    },
  };
}

type Asked = { id: string; kind: string; options?: string[] };

const VALUES: Record<string, string | boolean> = {
  text: 'Legale rappresentante',
  number: '12,50',
  date: '2026-11-29',
  checkbox: true,
  choice: 'annuale',
};

const valuesFor = (fields: readonly Asked[]) =>
  Object.fromEntries(
    fields.flatMap(({ id, kind }) => (kind in VALUES ? [[id, VALUES[kind]]] : [])),
  );
