import { Refusal } from '../../../shared/domain/errors.ts';
import { itselfOf, machineOf } from '../../../shared/domain/token/machine.ts';
import type { Scope } from '../../../shared/domain/token/scope.ts';
import {
  assertLive,
  assertScope,
  isUseNoted,
  notedSince,
  secretAsked,
  type Token,
} from '../../../shared/domain/token/token.ts';
import type { Ports } from '../../../shared/ports/ports.ts';
import type { Caller } from '../access/caller.ts';

type Deps = Pick<Ports, 'tokens' | 'clock'>;

interface Asking {
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** `Bearer` and a space at most; an identity provider's tokens are no API tokens. */
const BEARER = /^Bearer +(\S{1,100})$/i;

/** The machine whose token the request bears, if it is live and has the scope. */
export const makeMachineCaller =
  (ports: Deps) =>
  async ({ headers }: Asking, scope: Scope): Promise<Caller> => {
    const token = await tokenOf(ports, headers.authorization);
    assertScope(token, scope);
    await noteUse(ports, token);
    return {
      ...itselfOf(token),
      machine: machineOf(token),
      isAdministrator: false,
      emailVerified: false,
    };
  };

async function tokenOf({ tokens, clock }: Deps, header: string | undefined): Promise<Token> {
  if (!header) throw new Refusal('token_missing');
  const [, secret = ''] = BEARER.exec(header) ?? [];
  const asked = secretAsked(secret);
  const found = asked && (await tokens.find(asked.id));
  const token = found?.sha256 === asked?.sha256 ? found : undefined;
  assertLive(token, clock.now());
  return token;
}

/** A use that cannot be written now is written with a later request. */
async function noteUse({ tokens, clock }: Deps, token: Token): Promise<void> {
  const now = clock.now();
  if (isUseNoted(token, now)) return;
  await tokens.noteUse(token.id, now.toISOString(), notedSince(now)).catch(() => undefined);
}
