import { beforeAll, describe, expect, test } from 'vitest';
import { renewalPlan } from '../../../shared/pdf/revision/renewal-plan.ts';
import { verifyDocument } from '../../../shared/pdf/verify/verify.ts';
import { createCompany, type TestCompany } from '../../pki/company.ts';
import { Pen, plainDocument, type SealedDocument, sealDocument } from '../sealed-document.ts';
import { numberAt, timestamped, update, withEntries } from './forger.ts';

const NOW = new Date('2026-11-24T10:15:30Z');
const NOTHING = { certificates: [], revocationLists: [], ocspResponses: [] };

let company: TestCompany;
let sealed: SealedDocument;

beforeAll(async () => {
  company = await createCompany(NOW);
  sealed = await sealDocument(company, NOW);
});

async function verdictOf(file: Uint8Array) {
  const { verdict } = await verifyDocument(file, { roots: [company.authority.root] });
  return verdict;
}
const at = (...keys: readonly string[]) => numberAt(sealed.file, ...keys);
const textOf = (file: Uint8Array) => Buffer.from(file).toString('latin1');
const closed = (file: Uint8Array) => timestamped(file, sealed, company, NOW);

describe('what is good elsewhere does not pass here:', () => {
  test('the claim of another document of the same company', async () => {
    const other = await sealDocument(company, NOW, { source: await plainDocument('Vendita') });
    const { claim } = await verifyDocument(other.file, { roots: [company.authority.root] });
    expect(claim).toBeDefined();
    const text = /\/SigilloClaim <([0-9A-F]+)>/.exec(textOf(other.file))![1]!;
    const lent = Buffer.from(text.slice(4), 'hex').swap16().toString('utf16le');
    const { file } = await sealDocument(company, NOW, { claim: lent });
    const { reasons } = await verifyDocument(file, { roots: [company.authority.root] });
    expect(reasons.map(({ code }) => code)).toEqual(['claim_wrong']);
  });

  test('the reserved timestamp field, signed by a person', async () => {
    const spare = sealed.plan.fields.timestamp2!;
    const fields = { timestamp2: { ...spare, type: 'signature' as const } };
    const plan = { ...sealed.plan, fields };
    const pen = new Pen(sealed.file, plan, { timestamp: company.timestamp, now: NOW });
    const person = await company.person('Zoë Müller');
    await pen.append({ signature: { field: 'timestamp2', name: 'Zoë Müller' } }, person);
    expect(await verdictOf(pen.file)).toBe('altered');
    expect(await verdictOf(await closed(pen.file))).toBe('altered');
  });

  test('the seal once more, behind the end', async () => {
    const seal = sealed.file.subarray(sealed.stages[2]!.length, sealed.stages[3]!.length);
    expect(await verdictOf(Buffer.concat([sealed.file, seal]))).toBe('altered');
  });

  test('an object in a gap of the numbers, to which an old reference could lead', async () => {
    const gap = sealed.plan.size;
    const services = { timestamp: company.timestamp, now: NOW };
    const pen = new Pen(sealed.file, { ...sealed.plan, size: gap + 5 }, services);
    await pen.append({ validationData: { ...NOTHING, certificates: [company.authority.seal] } });
    await pen.append({ timestamp: true });
    expect(await verdictOf(pen.file)).toBe('authentic');
    async function filled(number: number) {
      const root = Buffer.from(company.authority.root).toString('latin1');
      const store = withEntries(pen.file, at('DSS'), '/Type /DSS ');
      const objects = {
        [at('DSS')]: store.replace(/(\/Certs \[ [^\]]*)\]/, `$1${number} 0 R ]`),
        [number]: `<< /Length ${root.length} >>\nstream\n${root}\nendstream`,
      };
      const forged = update(pen.file, { objects });
      const last = new Pen(forged, await renewalPlan(forged), services);
      await last.append({ timestamp: true });
      return last.file;
    }
    expect(await verdictOf(await filled(pen.plan.size))).toBe('authentic');
    expect(await verdictOf(await filled(gap))).toBe('altered');
  });
});
