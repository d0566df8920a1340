import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { sampleUsers } from './sample-users.ts';

const OPERATE = join(import.meta.dirname, '..', 'operate.ts');

/** Beside the tables, so that both are removed together. */
const fileIn = (stateDirectory: string) => join(stateDirectory, 'dynamodb', 'sample-token.txt');

/** A token for a machine of the first sample employee, made as an operator makes one and kept with the state. */
export async function sampleToken(at: string, stateDirectory: string): Promise<string> {
  const file = fileIn(stateDirectory);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const { stdout } = await promisify(execFile)(process.execPath, [
    OPERATE,
    ...making(),
    '--at',
    at,
  ]);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, stdout.trim());
  return stdout.trim();
}

const SCOPES =
  'envelopes:read,envelopes:write,templates:read,templates:write,contacts:read,webhooks';

function making(): string[] {
  const [{ sub, email, name }] = sampleUsers([]) as [ReturnType<typeof sampleUsers>[number]];
  const facts = ['--name', 'Sample machine', '--scopes', SCOPES, '--email', email];
  return ['token', 'make', ...facts, '--owner', `${sub},${email},${name}`, '--days', '1095'];
}
