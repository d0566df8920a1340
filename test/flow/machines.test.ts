import { expect, it } from 'vitest';
import { signCeremony } from '../../scripts/demo/ceremony.ts';
import { sendEnvelope } from '../../scripts/demo/drafting.ts';
import { Employee } from '../../scripts/demo/employee.ts';
import { HttpProblem } from '../../scripts/demo/http.ts';
import { completed } from '../../scripts/demo/journey.ts';
import { paperFor } from '../../scripts/demo/paper.ts';
import { setStage, signerOf } from '../../scripts/demo/stage.ts';
import { chainFault, type Entry } from '../../shared/domain/ledger/ledger.ts';
import { silent, stageOn, useTarget } from './theatre.ts';

const target = useTarget();

const refusalOf = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (error: unknown) => error instanceof HttpProblem && [error.status, error.code],
  );

it('a machine sends for an employee, follows it to the end, and is refused once its token is withdrawn', async () => {
  const stage = await stageOn(target);
  const { employee: administrator } = await setStage(target.api, [], silent, 'admin');
  const { subject, email, name } = await stage.employee.me();
  const token = await administrator.makeToken({
    name: 'Gestionale',
    scopes: ['envelopes:read', 'envelopes:write'],
    owners: [{ subject, email, name }],
  });
  const machine = new Employee(target.api, token.secret, '/api/v1');
  const id = await sendEnvelope({ ...stage, employee: machine }, paperFor(undefined, 2));
  for (const party of ['director', 'client']) await signCeremony(signerOf(stage, party), silent);
  await completed({ ...stage, employee: machine }, id);
  expect((await machine.download(id)).length).toBeGreaterThan(1_000);
  expect((await stage.employee.show(id)).owner).toEqual({ email, name });
  const entries = JSON.parse(Buffer.from(await machine.ledger(id)).toString()) as Entry[];
  expect(chainFault(entries)).toBeUndefined();
  const bySenders = entries.flatMap(({ actor }) => (actor.kind === 'sender' ? [actor] : []));
  expect(new Set(bySenders.map(({ machine: by }) => by?.name))).toEqual(new Set(['Gestionale']));
  expect(await refusalOf(machine.templates('visible'))).toEqual([403, 'scope_missing']);
  await administrator.withdrawToken(token.id);
  expect(await refusalOf(machine.show(id))).toEqual([401, 'token_withdrawn']);
});
