import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Local } from '../../../infra/local/boot.ts';
import type { Caller } from '../../../infra/local/iam/policies.ts';
import type { AccessRequest } from '../../../infra/local/iam/policy.ts';
import { noteGrants } from '../../../scripts/demo/note-grants.ts';
import { freshAssembly } from '../../../scripts/start/assembly.ts';
import { bootSigillo } from '../../../scripts/start/boot-sigillo.ts';

export interface JudgedTarget {
  readonly local: Local;
  /** Every permission check in order, with its caller. */
  readonly asked: { readonly caller: Caller; readonly ask: AccessRequest }[];
  readonly close: () => Promise<void>;
}

/** A target in this process, so that a test can observe its permission checks. */
export async function judgedTarget(assembly?: string): Promise<JudgedTarget> {
  const folder = mkdtempSync(join(tmpdir(), 'sigillo-judged-'));
  const cdkOut = assembly ?? (await freshAssembly());
  const local = await bootSigillo({ port: 0, stateDirectory: folder, cdkOut });
  const asked: JudgedTarget['asked'] = [];
  local.access.journal.onAsk = (one) => asked.push(one);
  async function close() {
    await local.close();
    noteGrants(local.access);
    rmSync(folder, { recursive: true, force: true });
  }
  return { local, asked, close };
}

/** A copy of the cloud assembly, without one action of a policy. */
export async function assemblyWithout(policy: RegExp, action: string): Promise<string> {
  const cdkOut = join(mkdtempSync(join(tmpdir(), 'sigillo-revoked-')), 'cdk.out');
  cpSync(await freshAssembly(), cdkOut, { recursive: true });
  const file = join(cdkOut, 'SigilloService.template.json');
  const template = JSON.parse(readFileSync(file, 'utf8'));
  const id = Object.keys(template.Resources).find((name) => policy.test(name)) ?? '';
  const { PolicyDocument } = template.Resources[id].Properties;
  for (const statement of PolicyDocument.Statement)
    statement.Action = [statement.Action].flat().filter((one: string) => one !== action);
  writeFileSync(file, JSON.stringify(template));
  return cdkOut;
}
