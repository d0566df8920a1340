import { dynamoAnswers } from '../../shared/aws/access/dynamo-answers.ts';
import { dynamoCounters } from '../../shared/aws/access/dynamo-counters.ts';
import { dynamoBatches } from '../../shared/aws/batches/dynamo-batches.ts';
import { dynamoContacts } from '../../shared/aws/contacts/dynamo-contacts.ts';
import {
  archiveWhenNeeded,
  documentsWhenNeeded,
  presignedWhenNeeded,
} from '../../shared/aws/documents/bucket-when-needed.ts';
import { dynamoLedger } from '../../shared/aws/ledger/dynamo-ledger.ts';
import { dynamoEnvelopes } from '../../shared/aws/lists/dynamo-envelopes.ts';
import { systemClock } from '../../shared/aws/machine/system-clock.ts';
import { systemRandom } from '../../shared/aws/machine/system-random.ts';
import { dynamoTemplates } from '../../shared/aws/templates/dynamo-templates.ts';
import { dynamoTokens } from '../../shared/aws/tokens/dynamo-tokens.ts';
import { webhooksWhenNeeded } from '../../shared/aws/webhooks/webhooks-when-needed.ts';
import { batchRunsWhenNeeded } from '../../shared/aws/workflow/batch-runs-when-needed.ts';
import { PUBLIC_OPERATIONS } from '../../shared/contract/api/operations.ts';
import type {
  AUDIT_ROUTE,
  PUBLIC_ROUTES,
  SENDER_ROUTES,
} from '../../shared/contract/api/routes.ts';
import { environment, retentionOf } from '../../shared/contract/environment.ts';
import { httpPipeline } from '../../shared/runtime/http-pipeline.ts';
import { type HttpRoute, route } from '../../shared/runtime/http-route.ts';
import { noting } from '../../shared/runtime/log-scope.ts';
import { makeOnce } from './access/once.ts';
import { retainedLedger } from './access/retained-ledger.ts';
import { makeMachineCaller } from './machine/machine-caller.ts';
import { makeOperations } from './operations.ts';
import { pdfCore } from './pdf-core.ts';
import { employeesRoutes, machinesRoutes } from './routes.ts';
import { makeSettings } from './settings.ts';
import { makeSignIn } from './sign-in.ts';

const env = environment(
  'LEDGER_TABLE',
  'ACCESS_TABLE',
  'DAILY_LIMITS',
  'EVIDENCE_YEARS',
  'ARCHIVE_BUCKET',
  'DRAFT_DAYS',
  'ENVELOPES_TABLE',
  'TEMPLATES_TABLE',
  'CONTACTS_TABLE',
  'TOKENS_TABLE',
  'WEBHOOKS_TABLE',
  'WEBHOOK_KEY',
  'WEBHOOK_RECEIVERS',
  'REDELIVERY_ARN',
  'BATCHES_TABLE',
  'BATCH_MACHINE_ARN',
  'RATES',
  'BUCKET',
  'VERIFIER_URL',
  'DOCUMENT_DAYS',
  'SIGNING_ORDER',
  'SMS_COUNTRIES',
  'ISSUER',
  'CLIENT_ID',
  'ADMIN_CLAIM',
  'ADMIN_VALUE',
  'COMPANY_NAME',
  'COMPANY_COLOUR',
  'COMPANY_COUNTRY',
  'LANGUAGES',
  'TIME_ZONE',
);

const retention = retentionOf(env);

const ports = {
  ledger: retainedLedger(noting(dynamoLedger(env)), retention, systemClock),
  envelopes: dynamoEnvelopes(env, systemClock),
  templates: dynamoTemplates(env),
  contacts: dynamoContacts(env),
  tokens: dynamoTokens(env),
  ...webhooksWhenNeeded(env),
  batches: dynamoBatches(env, systemClock),
  batchRuns: batchRunsWhenNeeded(env),
  documents: documentsWhenNeeded(env),
  presigned: presignedWhenNeeded(env),
  counters: dynamoCounters(env, systemRandom),
  answers: dynamoAnswers(env, systemRandom, systemClock),
  archive: archiveWhenNeeded(env),
  presignedArchive: presignedWhenNeeded({ BUCKET: env.ARCHIVE_BUCKET }),
  pdf: pdfCore,
  clock: systemClock,
  random: systemRandom,
};

const run = {
  ...makeOperations(ports, { ...env, retention }),
  settings: makeSettings(env),
};

const once = makeOnce(ports);

const ROUTES = {
  'GET /api/sign-in': route(PUBLIC_OPERATIONS.signIn, makeSignIn(env)),
  ...employeesRoutes(run, once, env),
  ...machinesRoutes(run, once, makeMachineCaller(ports)),
} satisfies Record<
  Exclude<keyof typeof SENDER_ROUTES, typeof AUDIT_ROUTE> | keyof typeof PUBLIC_ROUTES,
  HttpRoute
>;

export const handler = httpPipeline(ROUTES, {
  timeZone: env.TIME_ZONE,
  languages: env.LANGUAGES,
});
