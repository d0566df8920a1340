import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CompanyConfig } from '../config.ts';

const checkout = join(import.meta.dirname, '../..');

/** Git ignores it in the checkout; beside it, it outlives the checkout. */
const NAME = 'sigillo-company.ts';

/** Deployed until a company is configured. */
export const SAMPLE = join(import.meta.dirname, '..', 'company.ts');

/**
 * Where the company's settings are: the file that `SIGILLO_COMPANY` names, seen from where the command
 * was given, else `sigillo-company.ts` in the checkout or beside it, else the sample.
 */
export function companyFile(
  { SIGILLO_COMPANY: named, INIT_CWD: from = process.cwd() }: NodeJS.ProcessEnv = process.env,
  exists: (path: string) => boolean = existsSync,
): string {
  if (named) return resolve(from, named);
  return [join(checkout, NAME), join(checkout, '..', NAME)].find(exists) ?? SAMPLE;
}

/** The settings as they are written there: not checked yet (see `Config`). */
export async function companySettings(file = companyFile()): Promise<CompanyConfig> {
  if (!existsSync(file)) throw new Error(`The company's settings are not at ${file}.`);
  if (file.endsWith('.json')) return JSON.parse(readFileSync(file, 'utf8'));
  const { company } = (await import(pathToFileURL(file).href)) as { company?: CompanyConfig };
  if (!company) throw new Error(`${file} exports no \`company\`.`);
  return company;
}
