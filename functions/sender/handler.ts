import { dynamoEnvelopes } from '../../shared/aws/dynamo-envelopes.ts';
import { dynamoLedger } from '../../shared/aws/dynamo-ledger.ts';
import { s3Documents } from '../../shared/aws/s3-documents.ts';
import { s3Presigned } from '../../shared/aws/s3-presigned.ts';
import { systemClock } from '../../shared/aws/system-clock.ts';
import { systemRandom } from '../../shared/aws/system-random.ts';
import { environment, retentionOf } from '../../shared/contract/environment.ts';
import {
  ENTRANCE_OPERATIONS,
  SENDER_OPERATIONS as OPERATIONS,
} from '../../shared/contract/operations.ts';
import type { ENTRANCE_ROUTES, SENDER_ROUTES } from '../../shared/contract/routes.ts';
import { httpPipeline } from '../../shared/runtime/http-pipeline.ts';
import type { HttpRequest } from '../../shared/runtime/http-request.ts';
import { type HttpRoute, route } from '../../shared/runtime/http-route.ts';
import { makeCallerFrom } from './caller.ts';
import { makeChangeOwn } from './change-own.ts';
import { makeCorrect } from './correct.ts';
import { makeCreate } from './create.ts';
import { makeDiscard } from './discard.ts';
import { makeDocument } from './document.ts';
import { makeDownload } from './download.ts';
import { makeEdit } from './edit.ts';
import { makeFill } from './fill.ts';
import { keptLedger } from './kept-ledger.ts';
import { makeLedger } from './ledger.ts';
import { makeList } from './list.ts';
import { makeOriginal } from './original.ts';
import { makePlace } from './place.ts';
import { makePresignedDownload } from './presigned-download.ts';
import { makeRemind } from './remind.ts';
import { makeResend } from './resend.ts';
import { makeSend } from './send.ts';
import type { SenderRequest } from './sender-request.ts';
import { makeSettings } from './settings.ts';
import { makeShow } from './show.ts';
import { makeSignIn } from './sign-in.ts';
import { makeUpload } from './upload.ts';
import { makeVoid } from './void.ts';

const env = environment(
  'LEDGER_TABLE',
  'EVIDENCE_YEARS',
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
  ledger: keptLedger(dynamoLedger(env), retentionOf(env), systemClock),
  envelopes: dynamoEnvelopes(env, systemClock),
  documents: s3Documents(env),
  presigned: s3Presigned(env),
  clock: systemClock,
  random: systemRandom,
};

const callerFrom = makeCallerFrom(env);
const show = makeShow(ports, env);
const changeOwn = makeChangeOwn(ports, show);
const download = makePresignedDownload(ports);

/** Who calls is said by the token's claims, which API Gateway has verified. */
const forCaller =
  <B, Q, A>(run: (request: SenderRequest<B, Q>) => Promise<A>) =>
  (request: HttpRequest<B, Q>): Promise<A> =>
    run({ ...request, caller: callerFrom(request.claims) });

const ROUTES = {
  'GET /api/sign-in': route(ENTRANCE_OPERATIONS.signIn, makeSignIn(env)),
  'GET /api/settings': route(OPERATIONS.settings, forCaller(makeSettings(env))),
  'POST /api/envelopes': route(OPERATIONS.create, forCaller(makeCreate(ports, env))),
  'GET /api/envelopes': route(OPERATIONS.list, forCaller(makeList(ports))),
  'GET /api/envelopes/{id}': route(OPERATIONS.show, forCaller(show)),
  'PUT /api/envelopes/{id}': route(OPERATIONS.edit, forCaller(makeEdit(changeOwn, env))),
  'DELETE /api/envelopes/{id}': route(OPERATIONS.discard, forCaller(makeDiscard(ports))),
  'POST /api/envelopes/{id}/upload': route(OPERATIONS.upload, forCaller(makeUpload(ports))),
  'GET /api/envelopes/{id}/original': route(
    OPERATIONS.original,
    forCaller(makeOriginal(ports, download)),
  ),
  'PUT /api/envelopes/{id}/fields': route(OPERATIONS.place, forCaller(makePlace(changeOwn))),
  'PUT /api/envelopes/{id}/values': route(OPERATIONS.fill, forCaller(makeFill(ports, changeOwn))),
  'POST /api/envelopes/{id}/send': route(OPERATIONS.send, forCaller(makeSend(ports, changeOwn))),
  'POST /api/envelopes/{id}/void': route(OPERATIONS.void, forCaller(makeVoid(changeOwn))),
  'POST /api/envelopes/{id}/parties/{party}/remind': route(
    OPERATIONS.remind,
    forCaller(makeRemind(changeOwn)),
  ),
  'POST /api/envelopes/{id}/parties/{party}/resend': route(
    OPERATIONS.resend,
    forCaller(makeResend(changeOwn)),
  ),
  'PUT /api/envelopes/{id}/parties/{party}/contact': route(
    OPERATIONS.correct,
    forCaller(makeCorrect(changeOwn, env)),
  ),
  'GET /api/envelopes/{id}/document': route(
    OPERATIONS.document,
    forCaller(makeDocument(ports, download)),
  ),
  'GET /api/envelopes/{id}/download': route(
    OPERATIONS.download,
    forCaller(makeDownload(ports, download)),
  ),
  'GET /api/envelopes/{id}/ledger': route(
    OPERATIONS.ledger,
    forCaller(makeLedger(ports, download)),
  ),
} satisfies Record<keyof typeof SENDER_ROUTES | keyof typeof ENTRANCE_ROUTES, HttpRoute>;

export const handler = httpPipeline(ROUTES, {
  timeZone: env.TIME_ZONE,
  languages: env.LANGUAGES,
});
