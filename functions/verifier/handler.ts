import { documentsWhenNeeded } from '../../shared/aws/documents/bucket-when-needed.ts';
import { dynamoRecords } from '../../shared/aws/lists/dynamo-records.ts';
import { systemClock } from '../../shared/aws/machine/system-clock.ts';
import { environment } from '../../shared/contract/environment.ts';
import { functionUrlPipeline } from '../../shared/runtime/http-pipeline.ts';
import { noteEnvelope, noting } from '../../shared/runtime/log-scope.ts';
import { packedPage } from '../../shared/runtime/packed-page.ts';
import { preferredLanguage } from '../../shared/runtime/preferred-language.ts';
import { makeDoor } from './door.ts';

const env = environment(
  'RECORDS_TABLE',
  'BUCKET',
  'COMPANY_NAME',
  'COMPANY_COLOUR',
  'LANGUAGES',
  'TIME_ZONE',
);

const speech = { timeZone: env.TIME_ZONE, languages: env.LANGUAGES };

const records = noting(dynamoRecords(env, systemClock));

/** A query by hash names no envelope, so its id is noted for the log from the result. */
async function findBySha256(sha256: string) {
  const record = await records.findBySha256(sha256);
  noteEnvelope(record?.id);
  return record;
}

const door = makeDoor({
  records: { ...records, findBySha256 },
  documents: documentsWhenNeeded(env),
  clock: systemClock,
  page: packedPage(new URL('page/', import.meta.url)),
  languageFor: (header) => preferredLanguage(header, env.LANGUAGES),
  look: { company: env.COMPANY_NAME, colour: env.COMPANY_COLOUR, ...speech },
});

export const handler = functionUrlPipeline(door, speech);
