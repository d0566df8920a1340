import { s3Documents } from '../../shared/aws/documents/s3-documents.ts';
import { s3Presigned } from '../../shared/aws/documents/s3-presigned.ts';
import { dynamoLedger } from '../../shared/aws/ledger/dynamo-ledger.ts';
import { systemClock } from '../../shared/aws/machine/system-clock.ts';
import { dynamoTokens } from '../../shared/aws/tokens/dynamo-tokens.ts';
import { machineRoute } from '../../shared/contract/api/machine-routes.ts';
import { SENDER_OPERATIONS } from '../../shared/contract/api/operations.ts';
import { AUDIT_ROUTE } from '../../shared/contract/api/routes.ts';
import { environment, retentionOf } from '../../shared/contract/environment.ts';
import { httpPipeline } from '../../shared/runtime/http-pipeline.ts';
import { noting } from '../../shared/runtime/log-scope.ts';
import { retainedLedger } from './access/retained-ledger.ts';
import { makeAudit } from './audit/audit.ts';
import { pdfPrinter } from './audit/pdf-core.ts';
import { makePresignedDownload } from './files/presigned-download.ts';
import { makeMachineCaller } from './machine/machine-caller.ts';
import { servingEmployees, servingMachines } from './routes.ts';

const env = environment(
  'LEDGER_TABLE',
  'EVIDENCE_YEARS',
  'DRAFT_DAYS',
  'TOKENS_TABLE',
  'BUCKET',
  'ADMIN_CLAIM',
  'ADMIN_VALUE',
  'COMPANY_NAME',
  'LANGUAGES',
  'TIME_ZONE',
);

const ports = {
  ledger: retainedLedger(noting(dynamoLedger(env)), retentionOf(env), systemClock),
  tokens: dynamoTokens(env),
  documents: s3Documents(env),
  presigned: s3Presigned(env),
  pdf: pdfPrinter,
  clock: systemClock,
};

const audit = makeAudit(ports, makePresignedDownload(ports), env);
const forMachines = servingMachines(makeMachineCaller(ports))('audit');

export const handler = httpPipeline(
  {
    [AUDIT_ROUTE]: servingEmployees(env)(SENDER_OPERATIONS.audit, audit),
    [machineRoute(AUDIT_ROUTE)]: forMachines(SENDER_OPERATIONS.audit, audit),
  },
  { timeZone: env.TIME_ZONE, languages: env.LANGUAGES },
);
