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

/** A rule that said no says it again: only other errors are worth another try. */
const neverRetried = { ErrorEquals: ['Refusal', 'Malformed'], MaxAttempts: 0 };

const retry = (seconds: number, attempts: number, longestSeconds: number) => ({
  IntervalSeconds: seconds,
  BackoffRate: 2,
  MaxAttempts: attempts,
  MaxDelaySeconds: longestSeconds,
  JitterStrategy: 'FULL',
});

/** About an hour: what passes by itself, such as a throttled call or a lost race. */
const soon = retry(2, 12, 900);

/** About a week: a timestamp authority or a region may be down for long. */
const patiently = retry(5, 180, 3600);

const call = (functionArn: string, payload: State, retries: ReturnType<typeof retry>): State => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: functionArn, Payload: payload },
  TimeoutSeconds: 300,
  Retry: [neverRetried, { ErrorEquals: ['States.TaskFailed', 'States.Timeout'], ...retries }],
});

/**
 * Whole seconds until the party's next reminder or the deadline, whichever is first; rounded up, and
 * blind to a reminder within a second, so that none is sent twice. Step Functions refuses 0.
 */
const untilNextInstant = `{% $max([1, $ceil(($min([
  $toMillis($deadline),
  $reminderDays.($invitedMillis + $ * 86400000)[$ > $millis() + 1000]
]) - $millis()) / 1000)]) %}`.replace(/\s*\n\s*/g, ' ');

/** One party's wait. Ends with `signed` when the signature is sealed, or with `ended`. */
const ceremony = ({ invite, seal }: WorkflowTasks) => ({
  ProcessorConfig: { Mode: 'INLINE' },
  StartAt: 'Begin wait',
  States: {
    'Begin wait': {
      Type: 'Pass',
      Assign: {
        party: '{% $states.input %}',
        invitedMillis: '{% $millis() %}',
        notice: 'invitation',
      },
      Next: 'Invite',
    },
    Invite: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: {
        FunctionName: invite,
        Payload: {
          operation: 'invite',
          envelopeId: ENVELOPE,
          party: '{% $party %}',
          notice: '{% $notice %}',
          taskToken: '{% $states.context.Task.Token %}',
        },
      },
      TimeoutSeconds: untilNextInstant,
      Retry: [neverRetried, { ErrorEquals: ['States.TaskFailed'], ...soon }],
      Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'Deadline passed?' }],
      Output: '{% $states.result.outcome %}',
      Next: 'How did it end?',
    },
    'How did it end?': {
      Type: 'Choice',
      Choices: [
        { Condition: "{% $states.input = 'signed' %}", Next: 'Append' },
        { Condition: "{% $states.input = 'again' %}", Next: 'Invite again' },
      ],
      Default: 'Ended',
    },
    'Invite again': { Type: 'Pass', Assign: { notice: 'invitation' }, Next: 'Invite' },
    'Deadline passed?': {
      Type: 'Choice',
      Choices: [{ Condition: '{% $millis() >= $toMillis($deadline) %}', Next: 'Expire' }],
      Default: 'Remind',
    },
    Remind: { Type: 'Pass', Assign: { notice: 'reminder' }, Next: 'Invite' },
    /** The last signature may have come with the deadline: then this answers `signed`. */
    Expire: {
      ...call(invite, { operation: 'expire', envelopeId: ENVELOPE }, soon),
      Output: '{% $states.result.Payload.outcome %}',
      Next: 'How did it end?',
    },
    Append: {
      ...call(seal, { operation: 'append', envelopeId: ENVELOPE }, patiently),
      Output: "{% $states.result.Payload.outcome = 'ended' ? 'ended' : 'signed' %}",
      End: true,
    },
    Ended: { Type: 'Pass', Output: "{% 'ended' %}", End: true },
  },
});

/**
 * One execution an envelope, from its sending to its purge, in JSONata. It carries ids and instants
 * only, since its history outlives the purge.
 * @param longestDays after which something is wrong and the execution times out
 */
export const workflowDefinition = (tasks: WorkflowTasks, longestDays: number) => ({
  Comment: 'prepare, then turn after turn, then close, deliver, wait, purge',
  QueryLanguage: 'JSONata',
  TimeoutSeconds: longestDays * 86_400,
  StartAt: 'Prepare',
  States: {
    Prepare: {
      ...call(
        tasks.intake,
        { operation: 'prepare', envelopeId: '{% $states.input.envelopeId %}' },
        soon,
      ),
      Assign: {
        envelopeId: '{% $states.input.envelopeId %}',
        running: '{% $states.result.Payload.running %}',
        deadline: '{% $states.result.Payload.deadline %}',
        reminderDays: '{% [$states.result.Payload.reminderDays] %}',
        turns: '{% $states.result.Payload.turns %}',
        turn: 0,
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
    Turn: {
      Type: 'Map',
      Items: '{% [$turns[$turn]] %}',
      ItemProcessor: ceremony(tasks),
      Assign: { turn: '{% $turn + 1 %}', running: "{% $not('ended' in $states.result) %}" },
      Next: 'Next turn?',
    },
    Close: {
      ...call(tasks.seal, { operation: 'close', envelopeId: ENVELOPE }, patiently),
      Next: 'Deliver',
    },
    Deliver: {
      ...call(tasks.deliver, { operation: 'deliver', envelopeId: ENVELOPE }, patiently),
      Output: { purgeAt: '{% $states.result.Payload.purgeAt %}' },
      Next: 'Keep',
    },
    Keep: { Type: 'Wait', Timestamp: '{% $states.input.purgeAt %}', Next: 'Purge' },
    Purge: {
      ...call(tasks.purge, { operation: 'purge', envelopeId: ENVELOPE }, patiently),
      Output: {},
      Next: 'Done',
    },
    Done: { Type: 'Succeed' },
  },
});
