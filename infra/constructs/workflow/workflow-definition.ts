import { PATIENTLY } from './workflow-retries.ts';
import { waitStates, waitWith } from './workflow-wait.ts';

/** ARNs of the tasks; each answers and takes what shared/contract/tasks.ts says. */
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
  Retry: PATIENTLY,
});

/** Instants by party; an intake of the first release tells none. */
const INVITED =
  '{% $exists($states.result.Payload.invited) ? $states.result.Payload.invited : {} %}';

/** Of a party that an execution before this one invited, else now. */
const INVITED_MILLIS = `{% ($at := $lookup($invited, $states.context.Map.Item.Value);
  $exists($at) ? $toMillis($at) : $millis()) %}`.replace(/\s*\n\s*/g, ' ');

/** Names the reminder that is due, so that it goes once. */
const REMINDER = `($since := $states.input.invitedMillis; 'reminder-' & $string($max(
  $reminderDays[$since + $ * 86400000 <= $millis() + 1000])))`;

/** How a party's wait begins. */
const BEGIN = {
  party: '{% $states.context.Map.Item.Value %}',
  invitedMillis: INVITED_MILLIS,
  notice: 'invitation',
  occasion: 'invitation',
  failingSince: 0,
};

/** One party's wait. Ends with `signed` when the signature is sealed, or with `ended`. */
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
    /** The last signature may have come with the deadline: then this answers `signed`. */
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
 * One envelope from its sending to its purge, in JSONata. It carries ids and instants only, since its
 * history outlives the purge. An execution that is started anew, after one that failed, goes on where
 * the ledger stands: `Prepare` answers the turns that are left, and every step skips what was done.
 * @param longestDays after which something is wrong and the execution times out
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
