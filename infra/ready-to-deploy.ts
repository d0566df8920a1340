import { company } from './company.ts';
import { Config } from './config.ts';

/** Domains that can never be anyone's (RFC 2606). */
const SAMPLE = /[.@]example$/;

const { mail, domain, verifierDomain } = Config.parse(company);
const samples = [mail.from, domain, verifierDomain].filter((name) => name && SAMPLE.test(name));

if (samples.length > 0) {
  console.error(`infra/company.ts still names the sample company (${samples.join(', ')}).`);
  console.error('Say there who your company is, then deploy.');
  process.exitCode = 1;
}
