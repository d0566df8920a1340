import { discoverIssuer } from '../sign-in/issuer.ts';
import { openBrowser } from '../sign-in/open-browser.ts';
import { readSession, removeSession, type Session, writeSession } from '../sign-in/session-file.ts';
import { signInAt } from '../sign-in/sign-in.ts';
import type { Command } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { UsageError } from './usage-error.ts';

export const signIn: Command = {
  usage: 'sign-in --at URL',
  about: 'signs you in through your browser',
  words: 0,
  options: { 'no-browser': { type: 'boolean' } },
  run: async (asked, { environment }) => {
    const at = asked.text('at') ?? environment.SIGILLO_URL ?? readSession(environment)?.at;
    if (!at || !URL.canParse(at)) throw new UsageError('Where? sigillo sign-in --at URL');
    const session = await signInAt(at, (address) => {
      console.error(`Sign in with your browser:\n${address}`);
      if (!asked.has('no-browser')) openBrowser(address);
    });
    writeSession(environment, session);
    asked.print({ at: session.at }, [`You are signed in at ${session.at}.`]);
    return EXIT.done;
  },
};

export const signOut: Command = {
  usage: 'sign-out',
  about: 'forgets your sign-in on this machine, and ends it at the issuer',
  words: 0,
  run: async (asked, { environment }) => {
    const session = readSession(environment);
    removeSession(environment);
    if (session) await revoked(session);
    asked.print({}, ['You are signed out.']);
    return EXIT.done;
  },
};

/** Where the issuer cannot be asked, its tokens end by themselves. */
async function revoked({ issuer, clientId, refreshToken }: Session): Promise<void> {
  if (!refreshToken) return;
  await discoverIssuer(issuer, clientId)
    .then((found) => found.revoke(refreshToken))
    .catch(() => undefined);
}
