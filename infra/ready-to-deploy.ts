import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { company } from './company.ts';
import { type AccountConcurrency, concurrencyAdvice } from './concurrency-advice.ts';
import { Config } from './config.ts';

/** Domains that can never be anyone's (RFC 2606). */
const SAMPLE = /[.@]example$/;

const { mail, domain, verifierDomain, concurrency, region } = Config.parse(company);
const samples = [mail.from, domain, verifierDomain].filter((name) => name && SAMPLE.test(name));

if (samples.length > 0) {
  console.error(`infra/company.ts still names the sample company (${samples.join(', ')}).`);
  console.error('Say there who your company is, then deploy.');
  process.exitCode = 1;
} else {
  await sayWhatTheAccountRuns();
}

/** Undefined where the credentials may not ask: then CloudFormation says it, later. */
async function accountConcurrency(): Promise<AccountConcurrency | undefined> {
  const lambda = new LambdaClient(region ? { region } : {});
  try {
    const { AccountLimit } = await lambda.send(new GetAccountSettingsCommand({}));
    const { ConcurrentExecutions: total = 0, UnreservedConcurrentExecutions: unreserved = 0 } =
      AccountLimit ?? {};
    return { total, unreserved };
  } catch (error) {
    const why = error instanceof Error ? error.name : String(error);
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
