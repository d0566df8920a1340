import {
  archiveWhenNeeded,
  documentsWhenNeeded,
  presignedWhenNeeded,
} from '../../shared/aws/bucket-when-needed.ts';
import { dynamoCounters } from '../../shared/aws/dynamo-counters.ts';
import { dynamoLedger } from '../../shared/aws/dynamo-ledger.ts';
import { dynamoEnvelopes } from '../../shared/aws/envelopes/dynamo-envelopes.ts';
import { systemClock } from '../../shared/aws/system-clock.ts';
import { systemRandom } from '../../shared/aws/system-random.ts';
import { environment, retentionOf } from '../../shared/contract/environment.ts';
import {
  ENTRANCE_OPERATIONS,
  SENDER_OPERATIONS as OPERATIONS,
} from '../../shared/contract/operations.ts';
import type { ENTRANCE_ROUTES, SENDER_ROUTES } from '../../shared/contract/routes.ts';
import { httpPipeline } from '../../shared/runtime/http-pipeline.ts';
import { type HttpRoute, route, routeFor } from '../../shared/runtime/http-route.ts';
import { noting } from '../../shared/runtime/log-scope.ts';
import { makeCallerFrom } from './caller.ts';
import { makeChangeOwn } from './change-own.ts';
import { makeCorrect } from './correct.ts';
import { makeCountTexts } from './count-texts.ts';
import { makeCreate } from './create.ts';
import { makeDiscard } from './discard.ts';
import { makeDocument } from './document.ts';
import { makeDownload } from './download.ts';
import { makeEdit } from './edit.ts';
import { makeFill } from './fill.ts';
import { makeHandOver } from './hand-over.ts';
import { keptLedger } from './kept-ledger.ts';
import { makeLedger } from './ledger.ts';
import { makeList } from './list.ts';
import { makeOriginal } from './original.ts';
import { makePlace } from './place.ts';
import { makePresignedDownload } from './presigned-download.ts';
import { makeRemind } from './remind.ts';
import { makeResend } from './resend.ts';
import { makeSave } from './save.ts';
import { makeSend } from './send.ts';
import { makeSettings } from './settings.ts';
import { makeSettle } from './settle.ts';
import { makeShow } from './show.ts';
import { makeSignIn } from './sign-in.ts';
import { makeSteerParty } from './steer-party.ts';
import { makeUpload } from './upload.ts';
import { makeVoid } from './void.ts';

const env = environment(
  'LEDGER_TABLE',
  'ACCESS_TABLE',
  'DAILY_LIMITS',
  'EVIDENCE_YEARS',
  'ARCHIVE_BUCKET',
  'DRAFT_DAYS',
  'ENVELOPES_TABLE',
  'BUCKET',
  'VERIFIER_URL',
  'DOCUMENT_DAYS',
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

const ports = {
  ledger: keptLedger(noting(dynamoLedger(env)), retentionOf(env), systemClock),
  envelopes: dynamoEnvelopes(env, systemClock),
  documents: documentsWhenNeeded(env),
  presigned: presignedWhenNeeded(env),
  counters: dynamoCounters(env, systemRandom),
  archive: archiveWhenNeeded(env),
  clock: systemClock,
  random: systemRandom,
};

const callerFrom = makeCallerFrom(env);
const show = makeShow(ports, env);
const changeOwn = makeChangeOwn(ports, show);
const settle = makeSettle(ports);
const countTexts = makeCountTexts(ports, env.DAILY_LIMITS);
const steerParty = makeSteerParty(ports, changeOwn, countTexts);
const download = makePresignedDownload(ports);
const fromArchive = makePresignedDownload({
  ...ports,
  presigned: presignedWhenNeeded({ BUCKET: env.ARCHIVE_BUCKET }),
});

/** Who calls is said by the token's claims, which API Gateway has verified. */
const forCaller = routeFor(async ({ claims }) => ({ caller: callerFrom(claims) }));

const ROUTES = {
  'GET /api/sign-in': route(ENTRANCE_OPERATIONS.signIn, makeSignIn(env)),
  'GET /api/settings': forCaller(OPERATIONS.settings, makeSettings(env)),
  'POST /api/envelopes': forCaller(
    OPERATIONS.create,
    makeCreate(ports, { ...env, retention: retentionOf(env) }),
  ),
  'GET /api/envelopes': forCaller(OPERATIONS.list, makeList(ports)),
  'GET /api/envelopes/{id}': forCaller(OPERATIONS.show, show),
  'PUT /api/envelopes/{id}': forCaller(OPERATIONS.edit, makeEdit(changeOwn, env)),
  'DELETE /api/envelopes/{id}': forCaller(OPERATIONS.discard, makeDiscard(ports)),
  'POST /api/envelopes/{id}/upload': forCaller(OPERATIONS.upload, makeUpload(ports, env)),
  'GET /api/envelopes/{id}/original': forCaller(OPERATIONS.original, makeOriginal(ports, download)),
  'PUT /api/envelopes/{id}/fields': forCaller(OPERATIONS.place, makePlace(changeOwn)),
  'PUT /api/envelopes/{id}/values': forCaller(OPERATIONS.fill, makeFill(ports, changeOwn)),
  'PUT /api/envelopes/{id}/draft': forCaller(OPERATIONS.save, makeSave(ports, settle)),
  'POST /api/envelopes/{id}/send': forCaller(
    OPERATIONS.send,
    makeSend(ports, { changeOwn, settle, countTexts, show }, env),
  ),
  'POST /api/envelopes/{id}/void': forCaller(OPERATIONS.void, makeVoid(changeOwn)),
  'POST /api/envelopes/{id}/owner': forCaller(OPERATIONS.handOver, makeHandOver(ports)),
  'POST /api/envelopes/{id}/parties/{party}/remind': forCaller(
    OPERATIONS.remind,
    makeRemind(steerParty),
  ),
  'POST /api/envelopes/{id}/parties/{party}/resend': forCaller(
    OPERATIONS.resend,
    makeResend(steerParty),
  ),
  'PUT /api/envelopes/{id}/parties/{party}/contact': forCaller(
    OPERATIONS.correct,
    makeCorrect(steerParty, env),
  ),
  'GET /api/envelopes/{id}/document': forCaller(OPERATIONS.document, makeDocument(ports, download)),
  'GET /api/envelopes/{id}/download': forCaller(
    OPERATIONS.download,
    makeDownload(ports, { download, fromArchive }),
  ),
  'GET /api/envelopes/{id}/ledger': forCaller(OPERATIONS.ledger, makeLedger(ports, download)),
} satisfies Record<keyof typeof SENDER_ROUTES | keyof typeof ENTRANCE_ROUTES, HttpRoute>;

export const handler = httpPipeline(ROUTES, {
  timeZone: env.TIME_ZONE,
  languages: env.LANGUAGES,
});
