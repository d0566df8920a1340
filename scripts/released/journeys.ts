import type { Party } from '../../shared/domain/envelope/party.ts';
import type { Field } from '../../shared/domain/fields/field.ts';
import { cast } from '../demo/cast.ts';
import { makeMarks, openAndConfirm, valuesFor } from '../demo/ceremony.ts';
import { draftEnvelope, type Paper, sendEnvelope } from '../demo/drafting.ts';
import { fieldsAtTheEnd } from '../demo/fields.ts';
import { HttpProblem } from '../demo/http.ts';
import { completed } from '../demo/journey.ts';
import type { Signer } from '../demo/signer.ts';
import { type Stage, signerOf } from '../demo/stage.ts';
import { correctedJourney } from './corrected-journey.ts';
import { extraField, PAPER } from './paper.ts';
import { CODE_PAUSE_PASSED_MS, hasHappened, hasStatus, sign, silent, stageWith } from './scene.ts';

/** What a party who is under way holds in hand. */
export interface Holding {
  readonly party: string;
  readonly link: string;
  readonly session?: { readonly handle: string; readonly cookie: string };
  /** Has arrived and was not entered. */
  readonly code?: string;
  /** The revision that was read. */
  readonly documentSha256?: string;
}

export interface Played {
  readonly id: string;
  readonly holdings?: readonly Holding[];
}

type Play = (api: string) => Promise<Played>;

const holding = (signer: Signer): Holding => ({
  party: signer.party.id,
  link: signer.link,
  session: { ...signer.session, cookie: asTheDoorSetIt(signer.session.cookie) },
});

/** Over plain http the local target gives the cookie another name, for browsers that want https for its own. */
const asTheDoorSetIt = (cookie: string): string => cookie.replace(/^plain-/, '__');

/** A journey for each way in which an envelope can stand or end, and for each kind of entry. */
export const JOURNEYS = {
  /** The sealed file is kept, and each revision before it. */
  completed: async (api) => {
    const stage = await stageWith(api);
    const id = await sendEnvelope(stage, PAPER);
    await sign(stage, 'director');
    await sign(stage, 'client');
    await completed(stage, id);
    await signerOf(stage, 'client').readLink();
    return { id, holdings: [{ party: 'client', link: signerOf(stage, 'client').link }] };
  },

  /** Refused, edited, bounced, corrected, reminded, re-sent, wrongly confirmed, and completed. */
  eventful: async (api) => {
    const [director, client] = cast(2) as [Party, Party];
    const bouncing = 'bounce+released@simulator.amazonses.com';
    const unreachable = { kind: 'sms', number: '+393330000000' } as const;
    const stage = await stageWith(api, [
      { ...director, channel: { kind: 'email', address: bouncing } },
      { ...client, channel: unreachable },
    ]);
    const { employee } = stage;
    const parties = stage.signers.map(({ party }) => party);
    const facts = { title: 'Fornitura', language: 'it', parties } as const;
    const id = await employee.create(facts);
    await refused(stage, id);
    await employee.edit(id, { ...facts, message: 'Buongiorno!', deadlineDays: 30 });
    const { pages } = await employee.upload(id, PAPER.fileName, PAPER.bytes);
    await employee.place(id, PAPER.fields(pages, parties));
    await employee.fill(id, PAPER.ownValues);
    await employee.send(id);
    await hasHappened(stage, id, 'delivery.failed');
    await employee.correct(id, 'director', director.channel);
    const corrected = await stageWith(api, [director, client]);
    const signer = signerOf(corrected, 'director');
    await signer.readLink();
    await employee.resend(id, 'director');
    await signer.readLink('the new link');
    await wronglyConfirmed(signer);
    await corrected.desk.advance(CODE_PAUSE_PASSED_MS);
    await corrected.employee.remind(id, 'director');
    await sign(corrected, 'director');
    await hasHappened(corrected, id, 'delivery.failed', 2);
    await corrected.employee.correct(id, 'client', client.channel);
    await sign(corrected, 'client');
    await completed(corrected, id);
    return { id };
  },

  mended: correctedJourney,

  declined: async (api) => {
    const stage = await stageWith(api);
    const id = await sendEnvelope(stage, PAPER);
    await sign(stage, 'director');
    const client = signerOf(stage, 'client');
    await client.readLink();
    await client.open();
    await client.decline('Il prezzo non è quello concordato');
    await hasStatus(stage, id, 'declined');
    return { id, holdings: [holding(client)] };
  },

  voided: async (api) => {
    const stage = await stageWith(api);
    const id = await sendEnvelope(stage, PAPER);
    const director = signerOf(stage, 'director');
    await openAndConfirm(director, silent);
    await stage.employee.stop(id, 'Contratto sbagliato');
    await hasStatus(stage, id, 'voided');
    return { id, holdings: [holding(director)] };
  },

  /** A reserved id is found only by the layout. */
  failed: async (api) => {
    const stage = await stageWith(api);
    const reserved = (fields: readonly Field[]) => [...fields, extraField('seal', 'text', 60)];
    const paper: Paper = { ...PAPER, fields: (...given) => reserved(PAPER.fields(...given)) };
    const id = await sendEnvelope(stage, paper);
    await hasStatus(stage, id, 'failed');
    return { id };
  },

  discarded: async (api) => {
    const stage = await stageWith(api);
    const { id } = await draftEnvelope(stage, PAPER);
    await stage.employee.discard(id);
    return { id };
  },

  draft: async (api) => {
    const stage = await stageWith(api);
    const { id, document, parties } = await draftEnvelope(stage, PAPER);
    await stage.employee.place(id, PAPER.fields(document.pages, parties));
    await stage.employee.fill(id, PAPER.ownValues);
    return { id };
  },

  /** Expires, after its reminders. */
  unopened: async (api) => {
    const stage = await stageWith(api);
    const id = await sendEnvelope(stage, PAPER);
    const director = signerOf(stage, 'director');
    await director.readLink();
    return { id, holdings: [{ party: 'director', link: director.link }] };
  },

  /** One of two in a turn has signed; the other has a code that was not entered. */
  halfSigned: async (api) => {
    const stage = await stageWith(api, cast(4));
    const id = await sendEnvelope(stage, { ...PAPER, fields: fieldsAtTheEnd });
    await sign(stage, 'director');
    await hasHappened(stage, id, 'appended');
    const other = signerOf(stage, 'director2');
    await other.readLink();
    await other.open();
    await other.consent();
    const { sha256 } = await other.document();
    await other.askCode();
    const code = await other.readCode();
    return { id, holdings: [{ ...holding(other), code, documentSha256: sha256 }] };
  },

  /** Only the last signature is missing: the client's session is confirmed. */
  lastSignature: async (api) => {
    const stage = await stageWith(api);
    const id = await sendEnvelope(stage, PAPER);
    await sign(stage, 'director');
    const client = signerOf(stage, 'client');
    await openAndConfirm(client, silent);
    await client.saveDraft(valuesFor(client.ceremony), await makeMarks(client));
    const { sha256 } = await client.document();
    return { id, holdings: [{ ...holding(client), documentSha256: sha256 }] };
  },
} satisfies Record<string, Play>;

async function refused({ employee }: Stage, id: string): Promise<void> {
  const upload = employee.upload(id, 'rovinato.pdf', Buffer.from('%PDF-1.7 and no more'));
  const outcome = await upload.then(
    () => 'accepted',
    (error: Error) => error.message,
  );
  if (!outcome.includes('refused')) throw new Error(`a damaged document was ${outcome}`);
}

async function wronglyConfirmed(signer: Signer): Promise<void> {
  await signer.open();
  await signer.consent();
  await signer.askCode();
  const code = await signer.readCode();
  const wrong = code === '000000' ? '111111' : '000000';
  const outcome = await signer.confirm(wrong).catch((error: unknown) => error);
  if (!(outcome instanceof HttpProblem)) throw new Error('a wrong code was taken');
}
