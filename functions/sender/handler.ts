import { dynamoCounters } from '../../shared/aws/access/dynamo-counters.ts';
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
import {
  SENDER_OPERATIONS as OPERATIONS,
  PUBLIC_OPERATIONS,
} from '../../shared/contract/api/operations.ts';
import type { PUBLIC_ROUTES, SENDER_ROUTES } from '../../shared/contract/api/routes.ts';
import { environment, retentionOf } from '../../shared/contract/environment.ts';
import { httpPipeline } from '../../shared/runtime/http-pipeline.ts';
import { type HttpRoute, route, routeFor } from '../../shared/runtime/http-route.ts';
import { noting } from '../../shared/runtime/log-scope.ts';
import { makeCallerFrom } from './access/caller.ts';
import { retainedLedger } from './access/retained-ledger.ts';
import { makeOperations } from './operations.ts';
import { pdfCore } from './pdf-core.ts';
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
  documents: documentsWhenNeeded(env),
  presigned: presignedWhenNeeded(env),
  counters: dynamoCounters(env, systemRandom),
  archive: archiveWhenNeeded(env),
  presignedArchive: presignedWhenNeeded({ BUCKET: env.ARCHIVE_BUCKET }),
  pdf: pdfCore,
  clock: systemClock,
  random: systemRandom,
};

const callerFrom = makeCallerFrom(env);
const run = makeOperations(ports, { ...env, retention });

/** The caller, from token claims that API Gateway has verified. */
const forCaller = routeFor(async ({ claims }) => ({ caller: callerFrom(claims) }));

const ROUTES = {
  'GET /api/sign-in': route(PUBLIC_OPERATIONS.signIn, makeSignIn(env)),
  'GET /api/settings': forCaller(OPERATIONS.settings, makeSettings(env)),
  'POST /api/envelopes': forCaller(OPERATIONS.create, run.create),
  'GET /api/envelopes': forCaller(OPERATIONS.list, run.list),
  'GET /api/envelopes/{id}': forCaller(OPERATIONS.show, run.show),
  'PUT /api/envelopes/{id}': forCaller(OPERATIONS.edit, run.edit),
  'DELETE /api/envelopes/{id}': forCaller(OPERATIONS.discard, run.discard),
  'POST /api/envelopes/{id}/upload': forCaller(OPERATIONS.upload, run.upload),
  'GET /api/envelopes/{id}/original': forCaller(OPERATIONS.original, run.original),
  'GET /api/envelopes/{id}/suggestions': forCaller(OPERATIONS.suggestions, run.suggestions),
  'PUT /api/envelopes/{id}/fields': forCaller(OPERATIONS.place, run.place),
  'PUT /api/envelopes/{id}/values': forCaller(OPERATIONS.fill, run.fill),
  'PUT /api/envelopes/{id}/draft': forCaller(OPERATIONS.save, run.save),
  'POST /api/envelopes/{id}/send': forCaller(OPERATIONS.send, run.send),
  'POST /api/envelopes/{id}/duplicate': forCaller(OPERATIONS.duplicate, run.duplicate),
  'POST /api/envelopes/{id}/void': forCaller(OPERATIONS.void, run.void),
  'POST /api/envelopes/{id}/owner': forCaller(OPERATIONS.handOver, run.handOver),
  'POST /api/envelopes/{id}/parties/{party}/remind': forCaller(OPERATIONS.remind, run.remind),
  'POST /api/envelopes/{id}/parties/{party}/resend': forCaller(OPERATIONS.resend, run.resend),
  'PUT /api/envelopes/{id}/parties/{party}/contact': forCaller(OPERATIONS.correct, run.correct),
  'GET /api/envelopes/{id}/document': forCaller(OPERATIONS.document, run.document),
  'GET /api/envelopes/{id}/download': forCaller(OPERATIONS.download, run.download),
  'GET /api/envelopes/{id}/ledger': forCaller(OPERATIONS.ledger, run.ledger),
  'GET /api/envelopes/{id}/audit': forCaller(OPERATIONS.audit, run.audit),
  'GET /api/templates': forCaller(OPERATIONS.listTemplates, run.listTemplates),
  'POST /api/templates': forCaller(OPERATIONS.newTemplate, run.newTemplate),
  'GET /api/templates/{id}': forCaller(OPERATIONS.showTemplate, run.showTemplate),
  'PUT /api/templates/{id}': forCaller(OPERATIONS.changeTemplate, run.changeTemplate),
  'DELETE /api/templates/{id}': forCaller(OPERATIONS.deleteTemplate, run.deleteTemplate),
  'GET /api/templates/{id}/original': forCaller(OPERATIONS.templateOriginal, run.templateOriginal),
  'POST /api/templates/{id}/duplicate': forCaller(
    OPERATIONS.duplicateTemplate,
    run.duplicateTemplate,
  ),
  'POST /api/templates/{id}/archive': forCaller(OPERATIONS.archiveTemplate, run.archiveTemplate),
  'POST /api/templates/{id}/envelopes': forCaller(OPERATIONS.useTemplate, run.useTemplate),
  'GET /api/contacts': forCaller(OPERATIONS.listContacts, run.listContacts),
  'POST /api/contacts': forCaller(OPERATIONS.addContact, run.addContact),
  'PUT /api/contacts/{id}': forCaller(OPERATIONS.changeContact, run.changeContact),
  'DELETE /api/contacts/{id}': forCaller(OPERATIONS.deleteContact, run.deleteContact),
} satisfies Record<keyof typeof SENDER_ROUTES | keyof typeof PUBLIC_ROUTES, HttpRoute>;

export const handler = httpPipeline(ROUTES, {
  timeZone: env.TIME_ZONE,
  languages: env.LANGUAGES,
});
