import { readFileSync } from 'node:fs';
import type { CompanyConfig } from '../../../infra/config.ts';

const certificate = (name: string) =>
  `arn:aws:acm:us-east-1:111122223333:certificate/${name}` as const;

/** Required settings only. */
export const REQUIRED_SETTINGS: CompanyConfig = {
  company: { name: 'Acme S.r.l.', country: 'IT' },
  mail: { from: 'sign@acme.test' },
};

const POOL = {
  kind: 'pool' as const,
  callbackUrls: ['https://desk.acme.test/callback'],
} satisfies CompanyConfig['identity'];

const ISSUER = {
  identity: {
    kind: 'issuer',
    issuer: 'https://login.acme.test',
    audience: 'sigillo',
    tokenOrigin: 'https://tokens.acme.test',
  },
  administrators: { claim: 'roles', value: 'sign-admin' },
} as const;

/** Some CA certificate, PEM. */
const ROOT = readFileSync(
  new URL('../../released/0.1.0-52e2906/objects/e6887294b1e51dc4.pem', import.meta.url),
  'utf8',
);

const DOMAIN = { domain: 'sign.acme.test', certificateArn: certificate('sign') };

/** Each changes one setting, or several that belong together, of the minimal deployment. */
export const SETTINGS: Readonly<Record<string, Partial<CompanyConfig>>> = {
  domain: DOMAIN,
  'another domain': { domain: 'firma.acme.test', certificateArn: certificate('firma') },
  verifierDomain: {
    verifierDomain: 'verify.acme.test',
    verifierCertificateArn: certificate('verify'),
  },
  issuer: ISSUER,
  'pool with callbacks': { identity: POOL, administrators: { value: 'bosses' } },
  texts: { text: { countries: ['+39'], senderId: 'Acme', monthlySpendUsd: 50 } },
  'texts, log exists': { text: { countries: ['+39', '+49'], failureLogExists: true } },
  'mail quota': { mail: { from: 'sign@acme.test', dailyQuota: 50_000 } },
  'sender of the same domain': { mail: { from: 'firma@acme.test' } },
  'next mail domain made': {
    mail: { from: 'sign@acme.test', identities: ['acme.test', 'next.test'] },
  },
  'next mail domain in use': {
    mail: { from: 'sign@next.test', identities: ['acme.test', 'next.test'] },
  },
  'mail domain that exists': { mail: { from: 'sign@other.test', identityExists: true } },
  'timestamp authorities': {
    timestampAuthorities: ['https://tsa.acme.test'],
    timestampPolicies: ['1.2.3.4'],
    timestampRoots: [ROOT],
  },
  languages: { languages: ['it'] },
  'company first': { order: 'directorFirst' },
  alarms: { alarmMail: 'ops@acme.test' },
  'alarms elsewhere': { alarmMail: 'night@acme.test' },
  retention: { retention: { documentDays: 30, draftDays: 20, evidenceYears: 20 } },
  'longer logs': { retention: { logDays: 365 } },
  firewall: { webAclArn: 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/acme/0a1b2c' },
  canary: { canary: {} },
  'busy canary': { canary: { everyHours: 1 } },
  archive: { archive: { years: 10 } },
  'archive nobody can open': { archive: { years: 20, mode: 'compliance' } },
  trail: { trail: { bucket: 'acme-trails' } },
  'trail elsewhere': { trail: { bucket: 'acme-audit' } },
  concurrency: { concurrency: { sender: 20, signer: 40, verifier: 20 } },
  throttle: { throttle: { requestsPerSecond: 10, burst: 20 } },
  limits: { limits: { textMessages: 5000 } },
  evidence: {
    certificate: { contacts: 'hidden', addresses: 'hidden' },
    publicRecord: { title: 'shown' },
    timeZone: 'Europe/Berlin',
  },
  company: {
    company: {
      name: 'Acme S.p.A.',
      country: 'DE',
      identifier: 'VATIT-01234567890',
      colour: '#123456',
      telephone: '+39 051 555 0147',
      privacyNotice: 'https://acme.test/privacy',
      senderAddress: 'shown',
    },
  },
};
