import { dynamoAccess } from '../../shared/aws/dynamo-access.ts';
import { dynamoLedger } from '../../shared/aws/dynamo-ledger.ts';
import { kmsMacKey } from '../../shared/aws/kms-mac-key.ts';
import { s3Documents } from '../../shared/aws/s3-documents.ts';
import { sesMailer } from '../../shared/aws/ses-mailer.ts';
import { snsTextMessages } from '../../shared/aws/sns-text-messages.ts';
import { systemClock } from '../../shared/aws/system-clock.ts';
import { systemRandom } from '../../shared/aws/system-random.ts';
import { environment } from '../../shared/contract/environment.ts';
import type { SIGNER_ROUTES } from '../../shared/contract/routes.ts';
import { DownloadAnswer } from '../../shared/contract/sender.ts';
import {
  CeremonyAnswer,
  CodeAnswer,
  ConfirmAnswer,
  ConfirmInput,
  ConsentInput,
  DeclineInput,
  DocumentAnswer,
  DraftAnswer,
  DraftInput,
  ExchangeInput,
  MarkUploadAnswer,
  MarkUploadInput,
  SignedAnswer,
  SignInput,
} from '../../shared/contract/signer.ts';
import { makeNotify } from '../../shared/messages/notify.ts';
import { httpPipeline } from '../../shared/runtime/http-pipeline.ts';
import { type HttpRoute, route } from '../../shared/runtime/http-route.ts';
import { Reply } from '../../shared/runtime/reply.ts';
import { makeFindCeremony } from './ceremony.ts';
import { makeCode } from './code.ts';
import { makeConfirm } from './confirm.ts';
import { makeConsent } from './consent.ts';
import { makeDecline } from './decline.ts';
import { makeDescribeCeremony } from './describe-ceremony.ts';
import { makeDocument } from './document.ts';
import { makeDownload } from './download.ts';
import { makeDraft } from './draft.ts';
import { makeExchange } from './exchange.ts';
import { makeShow } from './show.ts';
import { makeSign } from './sign.ts';
import { makeUpload } from './upload.ts';

const env = environment(
  'LEDGER_TABLE',
  'ACCESS_TABLE',
  'BUCKET',
  'CODE_KEY',
  'APP_URL',
  'VERIFIER_URL',
  'COMPANY_NAME',
  'COMPANY_COLOUR',
  'TIME_ZONE',
  'EVIDENCE_YEARS',
  'MAIL_FROM',
  'CONFIGURATION_SET',
  'SMS_SENDER_ID',
  'ORIGIN_SECRET',
);

const brand = {
  company: env.COMPANY_NAME,
  colour: env.COMPANY_COLOUR,
  appUrl: env.APP_URL,
  timeZone: env.TIME_ZONE,
};
const settings = { brand, verifierUrl: env.VERIFIER_URL, evidenceYears: env.EVIDENCE_YEARS };

const ports = {
  clock: systemClock,
  random: systemRandom,
  ledger: dynamoLedger(env),
  access: dynamoAccess(env, systemClock),
  documents: s3Documents(env),
  codes: kmsMacKey(env.CODE_KEY),
  notify: makeNotify({ mailer: sesMailer(env), textMessages: snsTextMessages(env) }, brand),
};

const find = makeFindCeremony(ports);
const describe = makeDescribeCeremony(ports, settings);
const exchange = makeExchange(ports, describe);

const ROUTES = {
  'POST /api/sign/session': route(
    { body: ExchangeInput, answer: CeremonyAnswer },
    async (request) => {
      const { answer, cookie } = await exchange(request);
      return new Reply(answer, { cookies: [cookie] });
    },
  ),
  'GET /api/sign/{handle}': route({ answer: CeremonyAnswer }, makeShow(find, describe)),
  'POST /api/sign/{handle}/consent': route(
    { body: ConsentInput, answer: CeremonyAnswer },
    makeConsent(ports, find, describe, settings),
  ),
  'POST /api/sign/{handle}/code': route({ answer: CodeAnswer }, makeCode(ports, find)),
  'POST /api/sign/{handle}/confirm': route(
    { body: ConfirmInput, answer: ConfirmAnswer },
    makeConfirm(ports, find),
  ),
  'GET /api/sign/{handle}/document': route({ answer: DocumentAnswer }, makeDocument(ports, find)),
  'POST /api/sign/{handle}/upload': route(
    { body: MarkUploadInput, answer: MarkUploadAnswer },
    makeUpload(ports, find),
  ),
  'PUT /api/sign/{handle}/draft': route(
    { body: DraftInput, answer: DraftAnswer },
    makeDraft(ports, find),
  ),
  'POST /api/sign/{handle}/sign': route(
    { body: SignInput, answer: SignedAnswer },
    makeSign(ports, find),
  ),
  'POST /api/sign/{handle}/decline': route(
    { body: DeclineInput, answer: CeremonyAnswer },
    makeDecline(ports, find, describe),
  ),
  'GET /api/sign/{handle}/download': route({ answer: DownloadAnswer }, makeDownload(ports, find)),
} satisfies Record<keyof typeof SIGNER_ROUTES, HttpRoute>;

export const handler = httpPipeline(ROUTES, {
  originSecret: env.ORIGIN_SECRET,
  timeZone: env.TIME_ZONE,
});
