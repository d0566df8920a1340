import { SCOPES } from '../../shared/domain/token/scope.ts';
import { cast } from '../demo/cast.ts';
import { openAndConfirm } from '../demo/ceremony.ts';
import { draftEnvelope, sendEnvelope } from '../demo/drafting.ts';
import { drawnSignature } from '../demo/marks.ts';
import { signIn } from '../demo/sign-in.ts';
import type { Signer } from '../demo/signer.ts';
import { type Stage, setStage, signerOf } from '../demo/stage.ts';
import { paper } from './paper.ts';
import type { FuzzRequest, Place } from './requests.ts';

/** A running target with an envelope that two directors are to sign; one has entered a right code. */
export interface Scene {
  readonly api: string;
  readonly verifier: string;
  readonly token: string;
  /** A machine's, which acts for the same employee. */
  readonly apiToken: string;
  readonly sessions: Readonly<Record<'confirmed' | 'unconfirmed', Signer['session']>>;
  /** Value of a path parameter, or of a placeholder in a body. */
  readonly known: Readonly<Record<string, string>>;
}

const quiet = <T>(_: string, act: () => Promise<T>): Promise<T> => act();

export async function setScene(api: string): Promise<Scene> {
  const stage = await setStage(api, cast(4), quiet);
  const running = await sendEnvelope(stage, paper);
  const [first, second] = [signerOf(stage, 'director'), signerOf(stage, 'director2')];
  await openAndConfirm(first, quiet);
  await second.readLink();
  await second.open();
  const { verifyUrl } = await stage.employee.show(running);
  const token = await signIn((await stage.desk.target()).signIn, 'employee');
  return {
    api,
    verifier: new URL(verifyUrl).origin,
    token,
    apiToken: await apiTokenOf(stage),
    sessions: { confirmed: first.session, unconfirmed: second.session },
    known: {
      running,
      ...(await drafts(stage)),
      ...(await keptOf(stage, running)),
      ...(await secretsOf(first, second)),
    },
  };
}

async function apiTokenOf({ api, employee }: Stage): Promise<string> {
  const { employee: administrator } = await setStage(api, [], quiet, 'admin');
  const { subject, email, name } = await employee.me();
  const owners = [{ subject, email, name }];
  return (await administrator.makeToken({ name: 'ERP', scopes: [...SCOPES], owners })).secret;
}

async function drafts(stage: Stage): Promise<Scene['known']> {
  const { id: draft, document, parties } = await draftEnvelope(stage, paper);
  await stage.employee.place(draft, paper.fields(document.pages, parties));
  const another = () => stage.employee.create({ title: 'Bozza', language: 'it', parties });
  const [bare, edited] = [await another(), await another()];
  return { draft, bare, edited, unknown: 'ABCDE01234FGHJK56789MNPQRS' };
}

/** Templates and contacts, one of each to be deleted. */
async function keptOf({ employee }: Stage, running: string): Promise<Scene['known']> {
  const { name, channel, language } = cast(2)[0]!;
  const contact = (mark: string) =>
    employee.addContact({ name: `${name} ${mark}`, channel, language });
  return {
    template: await employee.keepTemplate(running, 'Modello'),
    'spare template': await employee.keepTemplate(running, 'Da eliminare'),
    contact: await contact('A'),
    'spare contact': await contact('B'),
    batch: 'b-00000000000000000000000000',
  };
}

async function secretsOf(confirmed: Signer, unconfirmed: Signer): Promise<Scene['known']> {
  const { version, sha256 } = unconfirmed.ceremony.terms;
  return {
    '§document': (await confirmed.document()).sha256,
    '§terms': sha256,
    '§version': version,
    '§upload': await confirmed.upload('signature', drawnSignature()),
    '§link': unconfirmed.link,
    '§soon': new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10),
  };
}

const sessionOf = ({ sessions }: Scene, { who }: FuzzRequest): Signer['session'] =>
  sessions[who === 'unconfirmed' ? 'unconfirmed' : 'confirmed'];

export function addressOf(scene: Scene, request: FuzzRequest): string {
  const { operation, places, query } = request;
  const known = { ...scene.known, handle: sessionOf(scene, request).handle };
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    placed(places[name]!, known),
  );
  const search = new URLSearchParams(query.map(([name, value]) => [name, value]));
  const origin = operation.door === 'verifier' ? scene.verifier : scene.api;
  return `${origin}${path}${query.length > 0 ? `?${search}` : ''}`;
}

const placed = (place: Place, known: Scene['known']): string =>
  'raw' in place ? place.raw : (known[place.of] ?? place.of);

/** The body with placeholders replaced by the scene's values. */
export const bodyOf = ({ known }: Scene, { body }: FuzzRequest): string | undefined =>
  body?.replace(/§\w+/g, (name) => known[name] ?? name);

export function credentialsOf(scene: Scene, request: FuzzRequest): Record<string, string> {
  const { operation, who } = request;
  if (who === 'nobody' || operation.door === 'verifier') return {};
  const forged = who === 'somebody else' ? 'x' : '';
  if (operation.door === 'sender') return { authorization: `Bearer ${scene.token}${forged}` };
  if (operation.door === 'machine') return { authorization: `Bearer ${scene.apiToken}${forged}` };
  return { cookie: `${sessionOf(scene, request).cookie}${forged}` };
}
