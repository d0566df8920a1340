import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { GetSendQuotaCommand, SESClient } from '@aws-sdk/client-ses';
import { Config } from './config.ts';
import { assemblyShapes } from './deployable/assembly-shapes.ts';
import { type AccountConcurrency, concurrencyAdvice } from './deployable/concurrency-advice.ts';
import { deploymentProblems } from './deployable/deployment-problems.ts';
import { mailQuotaAdvice } from './deployable/mail-quota-advice.ts';
import { companyFile, companySettings } from './settings/company-settings.ts';
import { synthesize } from './synthesize.ts';

/** Domains that can never be anyone's (RFC 2606). */
const SAMPLE = /[.@]example$/;

/** What `cdk deploy` then takes. */
const ASSEMBLY = 'cdk.out';

const company = await companySettings();
const { mail, domain, verifierDomain, concurrency, region, webhooks } = Config.parse(company);
const samples = [mail.from, domain, verifierDomain].filter((name) => name && SAMPLE.test(name));
const where = region ? { region } : {};

if (samples.length > 0) {
  refuse(`${companyFile()} names the sample company (${samples.join(', ')}).`);
  console.error('Say in sigillo-company.ts who your company is, then deploy: docs/upgrading.md.');
} else if (webhooks.receivers === 'loopback') {
  refuse('webhooks.receivers is `loopback`: inside Lambda that is the runtime itself.');
} else {
  await sayWhatTheAccountRuns();
  await sayWhatTheAccountSends();
  if (!process.exitCode) await judgeWhatRuns();
}

function refuse(why: string): void {
  console.error(why);
  process.exitCode = 1;
}

/** Undefined where the credentials may not ask: then CloudFormation says it, later. */
async function accountConcurrency(): Promise<AccountConcurrency | undefined> {
  const lambda = new LambdaClient(where);
  try {
    const { AccountLimit } = await lambda.send(new GetAccountSettingsCommand({}));
    const { ConcurrentExecutions: total = 0, UnreservedConcurrentExecutions: unreserved = 0 } =
      AccountLimit ?? {};
    return { total, unreserved };
  } catch (error) {
    const why = nameOf(error);
    console.error(`Lambda did not tell the account's quota of concurrent executions (${why}).`);
    return undefined;
  }
}

async function sayWhatTheAccountRuns(): Promise<void> {
  const account = await accountConcurrency();
  if (!account) return;
  const { mayDeploy, text } = concurrencyAdvice(account, concurrency);
  console.error(text);
  if (!mayDeploy) process.exitCode = 1;
}

async function sayWhatTheAccountSends(): Promise<void> {
  try {
    const { Max24HourSend = -1 } = await new SESClient(where).send(new GetSendQuotaCommand({}));
    const advice = mailQuotaAdvice(Max24HourSend, mail.dailyQuota);
    if (advice) console.error(advice);
  } catch (error) {
    console.error(`SES did not tell the account's sending quota (${nameOf(error)}).`);
  }
}

/** Before anything is changed: a failed update is rolled back, but a lost table is lost. */
async function judgeWhatRuns(): Promise<void> {
  synthesize(company, ASSEMBLY);
  const clients = { cloudFormation: new CloudFormationClient(where), ses: new SESClient(where) };
  const deployment = { stacks: assemblyShapes(ASSEMBLY), mailFrom: mail.from };
  try {
    const problems = await deploymentProblems(clients, deployment, console.error);
    if (problems.length > 0)
      refuse(['This cannot be deployed over what runs:', ...problems].join('\n'));
  } catch (error) {
    console.error(`What runs there could not be compared with this (${nameOf(error)}).`);
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : String(error));
