import { type Stage, setStage } from '../../scripts/demo/stage.ts';
import type { Scope } from '../../shared/domain/token/scope.ts';
import { silent } from '../flow/theatre.ts';

const SCOPES: readonly Scope[] = [
  'envelopes:read',
  'envelopes:write',
  'templates:read',
  'templates:write',
];

/** A token that acts for the stage's employee. */
export async function machineToken({ api, employee }: Stage, scopes = SCOPES): Promise<string> {
  const { employee: administrator } = await setStage(api, [], silent, 'admin');
  const { subject, email, name } = await employee.me();
  const owners = [{ subject, email, name }];
  const { secret } = await administrator.makeToken({
    name: 'Gestionale',
    scopes: [...scopes],
    owners,
  });
  return secret;
}
