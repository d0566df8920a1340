import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { company as sample } from '../../infra/company.ts';
import { companyFile, companySettings, SAMPLE } from '../../infra/settings/company-settings.ts';

const CHECKOUT = join(import.meta.dirname, '..', '..');
const INSIDE = join(CHECKOUT, 'sigillo-company.ts');
const BESIDE = join(CHECKOUT, '..', 'sigillo-company.ts');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'company-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the file with the company’s settings', () => {
  const found = (env: Record<string, string>, ...there: readonly string[]) =>
    companyFile(env, (path) => there.includes(path));

  it('is the one that is named, seen from where the command is given', () => {
    const env = { SIGILLO_COMPANY: 'staging.ts', INIT_CWD: '/work' };
    expect(found(env, INSIDE, BESIDE)).toBe('/work/staging.ts');
  });

  it('is in the checkout, else beside it, else the sample', () => {
    expect(found({}, INSIDE, BESIDE)).toBe(INSIDE);
    expect(found({}, BESIDE)).toBe(BESIDE);
    expect(found({ SIGILLO_COMPANY: '' })).toBe(SAMPLE);
  });
});

describe('the company’s settings', () => {
  function written(name: string, text: string): string {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  }

  it('are the sample’s, or what a file of TypeScript or JSON says', async () => {
    expect(await companySettings(SAMPLE)).toEqual(sample);
    const json = JSON.stringify({ ...sample, timeZone: 'Europe/Berlin' });
    const typescript = `export const company: object = ${json};`;
    const ours = { ...sample, timeZone: 'Europe/Berlin' };
    expect(await companySettings(written('ours.ts', typescript))).toEqual(ours);
    expect(await companySettings(written('ours.json', json))).toEqual(ours);
  });

  it('are asked for by name where there are none', async () => {
    const absent = join(folder, 'absent.ts');
    await expect(companySettings(absent)).rejects.toThrow(absent);
    const empty = written('empty.ts', 'export const firm = {};');
    await expect(companySettings(empty)).rejects.toThrow(`${empty} exports no \`company\``);
  });
});
