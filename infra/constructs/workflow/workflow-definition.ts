import { LONG_RETRY } from './workflow-retries.ts';
import { waitStates, waitWith } from './workflow-wait.ts';

/** Lambda ARNs of the tasks; inputs and outputs are declared in shared/contract/tasks.ts. */
export interface WorkflowTasks {
  readonly intake: string;
  readonly invite: string;
  readonly seal: string;
  readonly deliver: string;
  readonly purge: string;
}

type State = Readonly<Record<string, unknown>>;

const ENVELOPE = '{% $envelopeId %}';

const call = (functionArn: string, payload: State): State => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: functionArn, Payload: payload },
  TimeoutSeconds: 300,
  Retry: LONG_RETRY,
});

/** Instants of invitation by party id. Absent from the answer of the first release's intake. */
const INVITED =
  '{% $exists($states.result.Payload.invited) ? $states.result.Payload.invited : {} %}';

/** When the party was invited: by an earlier execution of the envelope, or now. */
const INVITED_MILLIS = `{% ($at := $lookup($invited, $states.context.Map.Item.Value);
  $exists($at) ? $toMillis($at) : $millis()) %}`.replace(/\s*\n\s*/g, ' ');

/** Identifies the reminder that is due, so that it is sent once. */
const REMINDER = `($since := $states.input.invitedMillis; 'reminder-' & $string($max(
  $reminderDays[$since + $ * 86400000 <= $millis() + 1000])))`;

/** Initial state of a party's wait. */
const BEGIN = {
  party: '{% $states.context.Map.Item.Value %}',
  invitedMillis: INVITED_MILLIS,
  notice: 'invitation',
  occasion: 'invitation',
  failingSince: 0,
};

/** One party's wait. Ends with `signed` once the signature is sealed, or with `ended`. */
const ceremony = ({ invite, seal }: WorkflowTasks) => ({
  ProcessorConfig: { Mode: 'INLINE' },
  StartAt: 'Invite',
  States: {
    ...waitStates(invite),
    'How did it end?': {
      Type: 'Choice',
      Choices: [
        { Condition: "{% $states.input.outcome = 'signed' %}", Next: 'Append' },
        { Condition: "{% $states.input.outcome = 'again' %}", Next: 'Invite again' },
      ],
      Default: 'Ended',
    },
    'Invite again': {
      Type: 'Pass',
      Output: waitWith(`{"notice": 'invitation', "occasion": 'invitation'}`),
      Next: 'Invite',
    },
    'Deadline passed?': {
      Type: 'Choice',
      Choices: [{ Condition: '{% $millis() >= $toMillis($deadline) %}', Next: 'Expire' }],
      Default: 'Remind',
    },
    Remind: {
      Type: 'Pass',
      Output: waitWith(`{"notice": 'reminder', "occasion": ${REMINDER}}`),
      Next: 'Invite',
    },
    /** The party may have signed just before the deadline: then this task answers `signed`. */
    Expire: {
      ...call(invite, { operation: 'expire', envelopeId: ENVELOPE }),
      Output: waitWith('{"outcome": $states.result.Payload.outcome}'),
      Next: 'How did it end?',
    },
    Append: {
      ...call(seal, { operation: 'append', envelopeId: ENVELOPE }),
      Output: "{% $states.result.Payload.outcome = 'ended' ? 'ended' : 'signed' %}",
      End: true,
    },
    Ended: { Type: 'Pass', Output: "{% 'ended' %}", End: true },
  },
});

/**
 * One envelope from sending to purge, in JSONata. Its data is ids and instants only, because the execution
 * history outlives the purge. A restarted execution continues from the ledger's state: `Prepare` answers the
 * remaining turns, and every task skips what was done already.
 */
export const workflowDefinition = (tasks: WorkflowTasks, longestDays: number) => ({
  Comment: 'prepare, then turn after turn, then close, deliver, wait, purge',
  QueryLanguage: 'JSONata',
  TimeoutSeconds: longestDays * 86_400,
  StartAt: 'Prepare',
  States: {
    Prepare: {
      ...call(tasks.intake, { operation: 'prepare', envelopeId: '{% $states.input.envelopeId %}' }),
      Assign: {
        envelopeId: '{% $states.input.envelopeId %}',
        running: '{% $states.result.Payload.running %}',
        deadline: '{% $states.result.Payload.deadline %}',
        reminderDays: '{% [$states.result.Payload.reminderDays] %}',
        turns: '{% $states.result.Payload.turns %}',
        invited: INVITED,
        turn: 0,
      },
      Next: 'Turn',
    },
    /** A turn without parties (none left, or the envelope has ended) completes at once. */
    Turn: {
      Type: 'Map',
      Items: '{% $running ? [$turns[$turn]] : [] %}',
      ItemSelector: BEGIN,
      ItemProcessor: ceremony(tasks),
      Assign: {
        turn: '{% $turn + 1 %}',
        running: "{% $running and $not('ended' in $states.result) %}",
      },
      Next: 'Next turn?',
    },
    'Next turn?': {
      Type: 'Choice',
      Choices: [
        { Condition: '{% $not($running) %}', Next: 'Deliver' },
        { Condition: '{% $turn < $count($turns) %}', Next: 'Turn' },
      ],
      Default: 'Close',
    },
    Close: {
      ...call(tasks.seal, { operation: 'close', envelopeId: ENVELOPE }),
      Next: 'Deliver',
    },
    Deliver: {
      ...call(tasks.deliver, { operation: 'deliver', envelopeId: ENVELOPE }),
      Output: { purgeAt: '{% $states.result.Payload.purgeAt %}' },
      Next: 'Keep',
    },
    Keep: { Type: 'Wait', Timestamp: '{% $states.input.purgeAt %}', Next: 'Purge' },
    Purge: {
      ...call(tasks.purge, { operation: 'purge', envelopeId: ENVELOPE }),
      Output: {},
      End: true,
    },
  },
});
