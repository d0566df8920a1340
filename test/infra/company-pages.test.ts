import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { company } from '../../infra/company.ts';
import { type CompanyConfig, Config } from '../../infra/config.ts';
import { routing } from '../../infra/constructs/doors/front-door.ts';
import { EdgeFunction } from '../../infra/local/distribution/edge-function.ts';
import { companyPages } from '../../infra/pages/company-pages.ts';
import { privacyAddress, privacyPaths } from '../../infra/pages/privacy-pages.ts';
import { accentStyle } from '../../shared/contract/brand/accent-style.ts';

const build = mkdtempSync(join(tmpdir(), 'sigillo-pages-'));
mkdirSync(join(build, 'pages'));
const STYLE = '<link rel="stylesheet" crossorigin href="/assets/sign-1.css">';
for (const name of ['sign', 'console', 'not-found'])
  writeFileSync(
    join(build, 'pages', name),
    `<!doctype html><html><head>${STYLE}</head><body></body></html>`,
  );
afterAll(() => rmSync(build, { recursive: true }));

const configured = (own: Partial<CompanyConfig['company']>, languages = company.languages) =>
  Config.parse({ ...company, company: { ...company.company, ...own }, languages });
const pageOf = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');

const NOTICE = {
  it: 'Chi siamo\nAcme <S.r.l.> & figli\n\nScriva a privacy@acme.example.',
  en: 'We are Acme.',
};
const texted = configured({ privacyNotice: NOTICE }, ['it', 'en']);

describe('every page of a company', () => {
  it('has its colour in itself, after its style sheet, before anything is drawn', () => {
    const folder = companyPages(build, configured({ colour: '#e30613' }));
    for (const name of ['sign', 'console', 'not-found']) {
      const html = pageOf(folder, name);
      expect(html).toContain(`${STYLE}<style>${accentStyle('#e30613')}</style></head>`);
    }
  });

  it('has the default one where the company names none', () => {
    const { colour: _, ...rest } = company.company;
    const config = Config.parse({ ...company, company: rest });
    expect(pageOf(companyPages(build, config), 'sign')).toContain('--accent:#0b5394');
  });

  it('lies in a folder named after its content', () => {
    const [one, same, other] = ['#e30613', '#e30613', '#0b5394'].map((colour) =>
      companyPages(build, configured({ colour })),
    );
    expect(one).toBe(same);
    expect(one).not.toBe(other);
  });
});

describe('a privacy notice', () => {
  it('that is an address is given as it is, and is no page', () => {
    const config = configured({ privacyNotice: 'https://acme.example/privacy' });
    expect(privacyAddress(config, 'https://app')).toBe('https://acme.example/privacy');
    expect(privacyPaths(config)).toEqual([]);
    expect(readdirSync(companyPages(build, config)).sort()).toEqual([
      'console',
      'not-found',
      'sign',
    ]);
  });

  it('that is a text is a page in each language, in the company’s colour, without a script', () => {
    const folder = companyPages(build, texted);
    expect(privacyAddress(texted, 'https://app')).toBe('https://app/privacy/{language}');
    const html = pageOf(folder, 'privacy/it');
    expect(html).toContain('<html lang="it">');
    expect(html).toContain('<h1>Informativa sulla privacy</h1>');
    expect(html).toContain('<h2>Chi siamo</h2><p>Acme &#60;S.r.l.&#62; &#38; figli</p>');
    expect(html).toContain('<p>Scriva a privacy@acme.example.</p>');
    expect(html).toContain(STYLE);
    expect(html).toContain(`<style>${accentStyle(texted.company.colour)}</style>`);
    expect(html).toContain('href="/privacy/en"');
    expect(html).not.toMatch(/<script|style=/);
    expect(pageOf(folder, 'privacy/en')).toContain('<p>We are Acme.</p>');
  });

  it('that is a text takes each language that is offered, and no other', () => {
    for (const languages of [['it'], ['it', 'en', 'de']] as const)
      expect(() => configured({ privacyNotice: NOTICE }, [...languages])).toThrow(
        'a text takes each of `languages`',
      );
  });

  it.each([
    'http://acme.example',
    { it: '', en: 'x' },
    { it: 'a'.repeat(50_001), en: 'x' },
    { it: 'x', en: 'y', xx: 'z' },
  ])('cannot be %o', (privacyNotice) => {
    const config = { ...company.company, privacyNotice } as CompanyConfig['company'];
    expect(() => configured(config, ['it', 'en'])).toThrow();
  });

  it('is found at its address, and only where there is one', () => {
    const ask = (further: readonly string[], uri: string) =>
      new EdgeFunction(routing(further)).request({ uri, method: 'GET', headers: {} });
    expect(ask(privacyPaths(texted), '/privacy/it')).toEqual({ uri: '/privacy/it' });
    expect(ask(privacyPaths(texted), '/Privacy/IT/')).toMatchObject({ statusCode: 302 });
    expect(ask([], '/privacy/it')).toEqual({ uri: '/not-found' });
  });
});

it('the style sheet in the pages is the one that their policy lets in', () => {
  const { colour } = texted.company;
  const [, inPage] = /<style>(.*)<\/style>/.exec(pageOf(companyPages(build, texted), 'sign'))!;
  const hash = createHash('sha256').update(inPage!).digest('base64');
  expect(hash).toBe(createHash('sha256').update(accentStyle(colour)).digest('base64'));
});
