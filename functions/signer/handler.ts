import { dynamoCodes } from '../../shared/aws/access/dynamo-codes.ts';
import { dynamoCounters } from '../../shared/aws/access/dynamo-counters.ts';
import { dynamoSessions } from '../../shared/aws/access/dynamo-sessions.ts';
import {
  documentsWhenNeeded,
  presignedWhenNeeded,
} from '../../shared/aws/documents/bucket-when-needed.ts';
import { kmsMacKey } from '../../shared/aws/keys/kms-mac-key.ts';
import { dynamoLedger } from '../../shared/aws/ledger/dynamo-ledger.ts';
import { systemClock } from '../../shared/aws/machine/system-clock.ts';
import { systemRandom } from '../../shared/aws/machine/system-random.ts';
import { awsChannels } from '../../shared/aws/messages/channels.ts';
import {
  SIGNER_OPERATIONS as OPERATIONS,
  OWN_OPERATIONS,
} from '../../shared/contract/api/operations.ts';
import type { OWN_ROUTES, SIGNER_ROUTES } from '../../shared/contract/api/routes.ts';
import { environment } from '../../shared/contract/environment.ts';
import { employeeFrom } from '../../shared/domain/envelope/employee.ts';
import { makeMailTo } from '../../shared/messages/mail-to.ts';
import { brandOf } from '../../shared/messages/notice.ts';
import { makeNotify } from '../../shared/messages/notify.ts';
import { httpPipeline } from '../../shared/runtime/http-pipeline.ts';
import { type HttpRoute, route, routeFor } from '../../shared/runtime/http-route.ts';
import { logLostRow } from '../../shared/runtime/log-lost-row.ts';
import { noting } from '../../shared/runtime/log-scope.ts';
import { Reply } from '../../shared/runtime/reply.ts';
import { makeAdmit, makeOperations } from './operations.ts';
import { pdfCore } from './pdf-core.ts';

const env = environment(
  'LEDGER_TABLE',
  'ACCESS_TABLE',
  'BUCKET',
  'CODE_KEY',
  'APP_URL',
  'VERIFIER_URL',
  'COMPANY_NAME',
  'COMPANY_COLOUR',
  'COMPANY_COUNTRY',
  'COMPANY_TELEPHONE',
  'PRIVACY_NOTICE',
  'SENDER_ADDRESS',
  'LANGUAGES',
  'TIME_ZONE',
  'EVIDENCE_YEARS',
  'ARCHIVE_YEARS',
  'MAIL_FROM',
  'CONFIGURATION_SET',
  'SMS_SENDER_ID',
  'ORIGIN_SECRET',
  'DAILY_LIMITS',
);

const brand = brandOf(env);
const settings = {
  brand,
  languages: env.LANGUAGES,
  verifierUrl: env.VERIFIER_URL,
  country: env.COMPANY_COUNTRY,
  telephone: env.COMPANY_TELEPHONE,
  privacyNotice: env.PRIVACY_NOTICE,
  senderAddress: env.SENDER_ADDRESS,
  evidenceYears: env.EVIDENCE_YEARS,
  archiveYears: env.ARCHIVE_YEARS,
  limits: env.DAILY_LIMITS,
};

const channels = awsChannels(env);

const ports = {
  ...channels,
  sessions: dynamoSessions(env, systemClock),
  codes: dynamoCodes(env, channels),
  counters: dynamoCounters(env, systemRandom),
  ledger: noting(dynamoLedger(env)),
  documents: documentsWhenNeeded(env),
  presigned: presignedWhenNeeded(env),
  codeKey: kmsMacKey(env.CODE_KEY),
  notify: makeNotify(channels, brand, logLostRow),
  mailTo: makeMailTo(channels, brand),
  pdf: pdfCore,
};

const run = makeOperations(ports, settings);
const forSession = routeFor(makeAdmit(ports));
/** The employee, from token claims that API Gateway has verified. */
const forEmployee = routeFor(async ({ claims }) => ({ employee: employeeFrom(claims) }));

const ROUTES = {
  'POST /api/envelopes/{id}/ceremony': forEmployee(OWN_OPERATIONS.begin, async (request) => {
    const { answer, cookie } = await run.begin(request);
    return new Reply(answer, { cookies: [cookie] });
  }),
  'POST /api/sign/session': route(OPERATIONS.exchange, async (request) => {
    const { answer, cookie } = await run.exchange(request);
    return new Reply(answer, { cookies: [cookie] });
  }),
  'GET /api/sign/{handle}': forSession(OPERATIONS.show, run.show),
  'POST /api/sign/{handle}/shown': forSession(OPERATIONS.shown, run.shown),
  'POST /api/sign/{handle}/consent': forSession(OPERATIONS.consent, run.consent),
  'POST /api/sign/{handle}/code': forSession(OPERATIONS.code, run.code),
  'POST /api/sign/{handle}/confirm': forSession(OPERATIONS.confirm, run.confirm),
  'GET /api/sign/{handle}/document': forSession(OPERATIONS.document, run.document),
  'POST /api/sign/{handle}/upload': forSession(OPERATIONS.upload, run.upload),
  'PUT /api/sign/{handle}/draft': forSession(OPERATIONS.draft, run.draft),
  'PUT /api/sign/{handle}/copy': forSession(OPERATIONS.copy, run.copy),
  'POST /api/sign/{handle}/sign': forSession(OPERATIONS.sign, run.sign),
  'POST /api/sign/{handle}/decline': forSession(OPERATIONS.decline, run.decline),
  'POST /api/sign/{handle}/not-for-me': forSession(OPERATIONS.notForMe, run.notForMe),
  'POST /api/sign/{handle}/locked': forSession(OPERATIONS.tellLocked, run.tellLocked),
  'GET /api/sign/{handle}/download': forSession(OPERATIONS.download, run.download),
} satisfies Record<keyof typeof SIGNER_ROUTES | keyof typeof OWN_ROUTES, HttpRoute>;

export const handler = httpPipeline(ROUTES, {
  originSecret: env.ORIGIN_SECRET,
  languages: env.LANGUAGES,
  timeZone: env.TIME_ZONE,
});
