import * as z from 'zod';
import { dynamoAccess } from '../../shared/aws/dynamo-access.ts';
import { dynamoEnvelopes } from '../../shared/aws/dynamo-envelopes.ts';
import { dynamoLedger } from '../../shared/aws/dynamo-ledger.ts';
import { dynamoRecords } from '../../shared/aws/dynamo-records.ts';
import { sfnWorkflow } from '../../shared/aws/sfn-workflow.ts';
import { systemClock } from '../../shared/aws/system-clock.ts';
import { environment } from '../../shared/contract/environment.ts';
import { SweepEvent } from '../../shared/contract/tasks.ts';
import { knownError } from '../../shared/runtime/known-error.ts';
import { errorFacts, log } from '../../shared/runtime/log.ts';
import { taskPipeline } from '../../shared/runtime/task-pipeline.ts';
import { makeNoticeEnd } from './notice-end.ts';
import { makeProject } from './project.ts';
import { projectSettings } from './project-settings.ts';
import { makeRepair } from './repair.ts';
import { makeSweep } from './sweep.ts';

const env = environment(
  'LEDGER_TABLE',
  'ACCESS_TABLE',
  'ENVELOPES_TABLE',
  'RECORDS_TABLE',
  'MACHINE_ARN',
  'COMPANY_NAME',
  'RECORD_TITLE',
  'EVIDENCE_YEARS',
  'DRAFT_DAYS',
);

const ports = {
  ledger: dynamoLedger(env),
  access: dynamoAccess(env, systemClock),
  envelopes: dynamoEnvelopes(env, systemClock),
  records: dynamoRecords(env, systemClock),
  workflow: sfnWorkflow(env),
  clock: systemClock,
};

const sweep = makeSweep(ports, {
  repair: makeRepair(ports, makeProject(ports, projectSettings(env))),
  onFault: (envelopeId, fault) =>
    log('error', 'repair', { envelopeId, ...errorFacts(knownError(fault)) }),
});

const noticeEnd = makeNoticeEnd(ports);

/** Fails while anything is stuck, so that its alarm stands until someone has looked. */
async function lookAtAll(): Promise<{ seen: number }> {
  const { seen, stuck } = await sweep();
  if (stuck.length === 0) return { seen };
  log('error', 'stuck', { envelopes: stuck.join(' ') });
  throw new Error('envelopes are stuck');
}

export const handler = taskPipeline(SweepEvent, z.object({ seen: z.number() }), async (event) => {
  if (!('detail' in event)) return lookAtAll();
  await noticeEnd(event.detail.name);
  return { seen: 1 };
});
