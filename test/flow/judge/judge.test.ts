import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Policies } from '../../../infra/local/iam/policies.ts';
import { without } from '../../../infra/local/iam/policy.ts';
import { cast } from '../../../scripts/demo/cast.ts';
import { signCeremony } from '../../../scripts/demo/ceremony.ts';
import { draftEnvelope } from '../../../scripts/demo/drafting.ts';
import { Employee } from '../../../scripts/demo/employee.ts';
import { eventually } from '../../../scripts/demo/eventually.ts';
import { call } from '../../../scripts/demo/http.ts';
import { journey } from '../../../scripts/demo/journey.ts';
import { clientsFile, codesOf, mailingOf, templateForMany } from '../../../scripts/demo/many.ts';
import { paperFor } from '../../../scripts/demo/paper.ts';
import { type Stage, setStage, signerOf } from '../../../scripts/demo/stage.ts';
import { Verifier } from '../../../scripts/demo/verifier.ts';
import { WebhookDesk } from '../../../scripts/demo/webhook-desk.ts';
import type { Party } from '../../../shared/domain/envelope/party.ts';
import { DAY_MS, sendContract, silent } from '../theatre.ts';
import { isOurs, line, notArgued, outdated } from './grant-lines.ts';
import { assemblyWithout, type JudgedTarget, judgedTarget } from './judged-target.ts';
import { NEEDED_ELSEWHERE, UNSEEN } from './unseen-grants.ts';

let target: JudgedTarget;

const stageOn = (parties = cast(2), user?: string): Promise<Stage> =>
  setStage(target.local.urls.api, parties, silent, user);

const becomes = (id: string, wanted: string) =>
  eventually(`status ${wanted}`, async () => {
    const { status } = await (await stageOn()).employee.show(id);
    return status === wanted;
  });

async function declined(): Promise<string> {
  const stage = await stageOn();
  const id = await sendContract(stage);
  const director = signerOf(stage, 'director');
  await director.readLink();
  await director.open();
  await director.decline('Il prezzo non è quello concordato');
  await becomes(id, 'declined');
  return id;
}

async function unreachable(): Promise<string> {
  const [director, client] = cast(2) as [Party, Party];
  const channel = { kind: 'sms', number: '+393330000000' } as const;
  const stage = await stageOn([director, { ...client, channel }]);
  const id = await sendContract(stage);
  await signCeremony(signerOf(stage, 'director'), silent);
  await stage.desk.published(id, 'delivery.failed');
  await stage.employee.stop(id, 'Numero sbagliato');
  return id;
}

/** Saves, lists, shows, uses and deletes a template. Returns the envelope made from it. */
async function fromTemplate(stage: Stage, administrator: Employee, from: string): Promise<string> {
  const { employee } = stage;
  const template = await employee.keepTemplate(from, 'Fornitura');
  expect(await employee.templates('visible')).toContain(template);
  expect(await administrator.templates('all')).toContain(template);
  expect((await employee.templateOriginal(template)).length).toBeGreaterThan(1_000);
  const id = await employee.sendTemplate(template);
  await employee.stop(id, 'Non serve più');
  await employee.deleteTemplate(template);
  return id;
}

/** Registered where no name leads, tested, seen, changed: until it is switched off, and its owner told. */
async function failingWebhook(): Promise<WebhookDesk> {
  const webhooks = new WebhookDesk(target.local.urls.api);
  const url = 'https://receiver.invalid/hooks';
  const { webhook } = await webhooks.register({ url });
  await webhooks.newSecret(webhook.id);
  await webhooks.ping(webhook.id);
  await eventually('an attempt', async () =>
    (await webhooks.deliveries(webhook.id)).some(({ attempts }) => attempts.length > 0),
  );
  await webhooks.delete((await webhooks.register({ url })).webhook.id);
  return webhooks;
}

/** For its employee a machine prints a ledger, which is the first use of its token. */
async function machinePrints({ api, employee }: Stage, administrator: Employee, id: string) {
  const { subject, email, name } = await employee.me();
  const owners = [{ subject, email, name }];
  const { secret } = await administrator.makeToken({
    name: 'Archive',
    scopes: ['envelopes:read'],
    owners,
  });
  const file = await new Employee(api, secret, '/api/v1').audit(id);
  expect(Buffer.from(file.subarray(0, 5)).toString()).toBe('%PDF-');
}

/** A token is made, listed, used, also with an idempotency key, and withdrawn. */
async function machineLists({ api }: Stage, administrator: Employee): Promise<void> {
  const scopes = ['envelopes:read', 'envelopes:write'] as const;
  const { id, secret } = await administrator.makeToken({ name: 'ERP', scopes: [...scopes] });
  await new Employee(api, secret, '/api/v1').list();
  await call('POST', `${api}/api/v1/envelopes`, {
    headers: { authorization: `Bearer ${secret}`, 'idempotency-key': 'once' },
    body: { title: 'Ordine', language: 'it', parties: cast(2) },
  });
  expect((await administrator.tokens()).items.map((token) => token.id)).toEqual([id]);
  await administrator.withdrawToken(id);
}

/** Checks, starts, follows and reads a sending to many. Returns what was sent. */
async function toMany(stage: Stage, administrator: Stage): Promise<string[]> {
  const template = await templateForMany(stage, paperFor(undefined, 2));
  const mailing = mailingOf(stage);
  expect((await mailing.sample(template)).length).toBeGreaterThan(50);
  const { batch } = await mailing.check(template, clientsFile(2));
  const { id } = batch!;
  await mailing.steer(id, 'start');
  await eventually('a batch that is done', async () => (await mailing.show(id)).state === 'done');
  expect((await mailing.list('own')).items).toHaveLength(1);
  expect((await mailingOf(administrator).list('all')).items).toHaveLength(1);
  const sent = await codesOf(mailing, id);
  expect(sent).toHaveLength(2);
  for (const one of sent) await stage.employee.stop(one, 'Non serve più');
  await stage.employee.deleteTemplate(template);
  return sent;
}

/** Uses of every grant: a journey, templates, lists, a refusal, a failed text message, a draft, the purge. */
async function everything(): Promise<void> {
  const webhooks = await failingWebhook();
  const stage = await stageOn();
  const { envelopeId, verifyUrl } = await journey(stage, paperFor(undefined, 2));
  await new Verifier(verifyUrl).authorityCertificate();
  await stage.employee.list();
  const admin = await stageOn(cast(2), 'admin');
  const { employee: administrator } = admin;
  for (const status of [undefined, 'completed'] as const) await administrator.list(status);
  await stage.employee.ledger(envelopeId);
  await machineLists(stage, administrator);
  await machinePrints(stage, administrator, envelopeId);
  const [{ name }] = cast(2) as [Party];
  await eventually('a kept contact', async () =>
    (await stage.employee.contacts(name)).includes(name),
  );
  const used = await fromTemplate(stage, administrator, envelopeId);
  const many = await toMany(stage, admin);
  const ended = [envelopeId, used, ...many, await declined(), await unreachable()];
  const draft = await draftEnvelope(stage, paperFor(undefined, 2));
  await stage.employee.discard(draft.id);
  await stage.desk.advance(14 * DAY_MS);
  await becomes(envelopeId, 'purged');
  await eventually('a webhook that is off', async () =>
    (await webhooks.list()).some(({ off }) => off),
  );
  await stage.desk.advance(DAY_MS);
  for (const id of [...ended, draft.id])
    await eventually('an empty bucket', async () => (await stage.desk.objectsOf(id)).length === 0);
  await eventually('a forgotten draft', async () => target.asked.some(isLastOfForgetting));
  await eventually('a forgotten template', async () => target.asked.some(isForgottenTemplate));
}

/** A discarded draft's list row is deleted last, after document and ledger. */
const isLastOfForgetting = ({ ask: { action, resource } }: JudgedTarget['asked'][number]) =>
  action === 'dynamodb:BatchWriteItem' && resource.includes('EnvelopesTable');

const isForgottenTemplate = ({ ask: { action, resource } }: JudgedTarget['asked'][number]) =>
  action === 'dynamodb:DeleteItem' && resource.includes('TemplatesTable');

beforeAll(async () => {
  target = await judgedTarget();
  await everything();
});

afterAll(() => target.close());

describe('whoever acts', () => {
  it('is denied nothing on the way of envelopes to each of their ends', () => {
    expect(target.local.access.journal.denials).toEqual([]);
    expect(target.asked.length).toBeGreaterThan(500);
  });

  it('would be denied, by name, action and resource, without any one grant that was used', () => {
    const { policies } = target.local.access;
    const used = policies.grants().filter((grant) => grant.used);
    const silentAbout = used.filter(({ role, action, resource }) => {
      const poorer = new Policies();
      for (const one of policies.resourceDocuments) poorer.protect(one.resource, one.document);
      for (const one of policies.documents.filter((given) => given.role === role))
        poorer.grant(role, without(one.document, action, resource));
      const own = target.asked.filter(({ caller }) => 'role' in caller && caller.role === role);
      return own.every(({ caller, ask }) => poorer.verdict(caller, ask) === 'allowed');
    });
    expect(used.length).toBeGreaterThan(80);
    expect(silentAbout.map(line)).toEqual([]);
  });

  it('has no grant that nobody needs, but for those that are argued', () => {
    const grants = target.local.access.policies.grants();
    const unused = grants.filter((grant) => !grant.used && isOurs(grant)).map(line);
    const argued = [...Object.keys(UNSEEN), ...Object.keys(NEEDED_ELSEWHERE)];
    expect(notArgued(unused, argued)).toEqual([]);
    expect(outdated(grants.map(line), argued)).toEqual([]);
  });
});

describe('a grant that is missing', () => {
  it('stops the journey where it is needed, and the denial says who, what and where', async () => {
    const revoked = await assemblyWithout(/^TasksSealRoleDefaultPolicy/, 'kms:Sign');
    const poorer = await judgedTarget(revoked);
    const denial = new Promise<object>((resolve) => poorer.local.access.journal.onDenial(resolve));
    try {
      const stage = await setStage(poorer.local.urls.api, cast(2), silent);
      const played = journey(stage, paperFor(undefined, 2)).then(() => 'finished');
      const first = await Promise.race([denial, played.catch(() => denial)]);
      expect(first).toMatchObject({
        caller: expect.stringContaining('TasksSeal'),
        action: 'kms:Sign',
        resource: expect.stringMatching(/^arn:aws:kms:.*:key\//),
      });
      played.catch(() => undefined);
    } finally {
      await poorer.close();
    }
  });
});
