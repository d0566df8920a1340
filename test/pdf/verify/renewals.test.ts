import { beforeAll, describe, expect, test } from 'vitest';
import type { Plan } from '../../../shared/pdf/plan.ts';
import { renewalPlan } from '../../../shared/pdf/revision/renewal-plan.ts';
import { verifyDocument } from '../../../shared/pdf/verify/verify.ts';
import { createCompany, type TestCompany } from '../../pki/company.ts';
import { Pen, sealDocument } from '../sealed-document.ts';
import { timestamped } from './forger.ts';

const NOW = new Date('2026-11-24T10:15:30Z');

let company: TestCompany;
/** Both reserved timestamp fields are used. */
let renewed: Uint8Array;
let plan: Plan;

beforeAll(async () => {
  company = await createCompany(NOW);
  const sealed = await sealDocument(company, NOW);
  renewed = await timestamped(sealed.file, sealed, company, NOW);
  plan = await renewalPlan(renewed);
});

/** Reason codes for the file after a renewal that adds a field of its own. */
async function codesAfter(changes: Partial<Plan>) {
  const services = { timestamp: company.timestamp, now: NOW };
  const pen = new Pen(renewed, { ...plan, ...changes }, services);
  await pen.append({ timestamp: true });
  const { reasons } = await verifyDocument(pen.file, { roots: [company.authority.root] });
  return reasons.map(({ code }) => code);
}

describe('when no reserved field is left, a timestamp brings its own', () => {
  test('and the file stays authentic', async () => {
    expect(await codesAfter({})).toEqual(['authentic']);
  });

  test.each<[string, (syntax: string) => string]>([
    ['seen', (syntax) => syntax.replace('0 0 0 0', '0 0 99 99')],
    ['printed alone', (syntax) => syntax.replace('/F 132', '/F 4')],
    ['drawn', (syntax) => syntax.replace('/FT', '/AP << >>\n/FT')],
    ['active', (syntax) => syntax.replace('/FT', '/AA << >>\n/FT')],
    ['named as another', (syntax) => syntax.replace('33005F', '31005F')],
  ])('but may not be %s', async (_, change) => {
    const { form, syntax } = plan.furtherField!;
    expect(change(syntax)).not.toBe(syntax);
    const furtherField = { form, syntax: change(syntax) };
    expect(await codesAfter({ furtherField })).toEqual(['change_not_allowed']);
  });

  test.each<[string, (syntax: string) => string]>([
    ['have viewers redraw it', (syntax) => syntax.replace('false', 'true')],
    ['lose a field', (syntax) => syntax.replace(/\[ \d+ 0 R/, '[')],
    ['gain two', (syntax) => syntax.replace(/(\d+ 0 R) \]/, '$1 $1 ]')],
  ])('but the form may not %s', async (_, change) => {
    const { form } = plan.furtherField!;
    const syntax = plan.objects[form]!;
    expect(change(syntax)).not.toBe(syntax);
    const objects = { ...plan.objects, [form]: change(syntax) };
    expect(await codesAfter({ objects })).toEqual(['change_not_allowed']);
  });
});
