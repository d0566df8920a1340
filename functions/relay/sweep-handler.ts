import * as z from 'zod';
import { dynamoTaskTokens } from '../../shared/aws/access/dynamo-task-tokens.ts';
import { dynamoLedger } from '../../shared/aws/ledger/dynamo-ledger.ts';
import { dynamoEnvelopes } from '../../shared/aws/lists/dynamo-envelopes.ts';
import { dynamoRecords } from '../../shared/aws/lists/dynamo-records.ts';
import { dynamoWatch } from '../../shared/aws/lists/dynamo-watch.ts';
import { systemClock } from '../../shared/aws/machine/system-clock.ts';
import { sfnWorkflow } from '../../shared/aws/workflow/sfn-workflow.ts';
import { environment, retentionOf } from '../../shared/contract/environment.ts';
import { SweepEvent } from '../../shared/contract/tasks.ts';
import { knownError } from '../../shared/runtime/known-error.ts';
import { errorFacts, log } from '../../shared/runtime/log.ts';
import { noting } from '../../shared/runtime/log-scope.ts';
import { isPassing } from '../../shared/runtime/passing-fault.ts';
import { taskPipeline } from '../../shared/runtime/task-pipeline.ts';
import { makeCompare } from './compare.ts';
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
  taskTokens: dynamoTaskTokens(env, systemClock),
  envelopes: dynamoEnvelopes(env, systemClock),
  watch: dynamoWatch(env, systemClock),
  records: dynamoRecords(env, systemClock),
  workflow: sfnWorkflow(env),
  clock: systemClock,
};

const project = makeProject(ports, projectSettings(env));
const repair = makeRepair(ports, project, isPassing);
const compare = makeCompare(ports, project, retentionOf(env));

const onFault = (envelopeId: string, fault: unknown) =>
  log('error', 'repair', { envelopeId, ...errorFacts(knownError(fault)) });

/** Together below the function's timeout of five minutes. */
const SECONDS = { overdue: 120, regroup: 30, words: 45, compare: 70 } as const;

/** The time runs from the first call. */
function within(seconds: number): () => boolean {
  let end: number | undefined;
  return () => {
    end ??= performance.now() + seconds * 1_000;
    return performance.now() < end;
  };
}

const hasTime = () => ({
  overdue: within(SECONDS.overdue),
  regroup: within(SECONDS.regroup),
  words: within(SECONDS.words),
  compare: within(SECONDS.compare),
});

const noticeEnd = makeNoticeEnd({ ...ports, ledger: noting(ports.ledger) });

/** Throws, which raises an alarm, if an envelope is stuck or no service responded. */
async function lookAtAll(): Promise<{ seen: number }> {
  const sweep = makeSweep(ports, { repair, compare, onFault, hasTime: hasTime() });
  const { seen, unseen, stuck } = await sweep();
  if (stuck.length > 0) {
    log('error', 'stuck', { envelopes: stuck.join(' ') });
    throw new Error('envelopes are stuck');
  }
  if (unseen > 0 && unseen === seen) throw new Error('no service answers');
  return { seen };
}

export const handler = taskPipeline(SweepEvent, z.object({ seen: z.number() }), async (event) => {
  if (!('detail' in event)) return lookAtAll();
  await noticeEnd(event.detail.name);
  return { seen: 1 };
});
