import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import * as z from 'zod';

const Session = z.object({
  /** Address of the app. */
  at: z.string(),
  issuer: z.string(),
  clientId: z.string(),
  idToken: z.string(),
  refreshToken: z.string().optional(),
  /** Milliseconds since the epoch. */
  expiresAt: z.number(),
});
export type Session = z.output<typeof Session>;

/** In the user's own folder of settings: XDG_CONFIG_HOME, APPDATA on Windows, else ~/.config. */
function fileOf({ XDG_CONFIG_HOME, APPDATA }: NodeJS.ProcessEnv): string {
  const folder = XDG_CONFIG_HOME || APPDATA || join(homedir(), '.config');
  return join(folder, 'sigillo', 'session.json');
}

/** The sign-in of this user of the machine; undefined if there is none that can be read. */
export function readSession(environment: NodeJS.ProcessEnv): Session | undefined {
  try {
    return Session.parse(JSON.parse(readFileSync(fileOf(environment), 'utf8')));
  } catch {
    return undefined;
  }
}

/** Readable by its user alone, also where a file with other rights stood. */
export function writeSession(environment: NodeJS.ProcessEnv, session: Session): void {
  const file = fileOf(environment);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, '', { flag: 'a', mode: 0o600 });
  chmodSync(file, 0o600);
  writeFileSync(file, JSON.stringify(session));
}

export const removeSession = (environment: NodeJS.ProcessEnv): void =>
  rmSync(fileOf(environment), { force: true });
