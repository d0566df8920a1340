import { SHORTLY } from './workflow-retries.ts';

type State = Readonly<Record<string, unknown>>;

/**
 * What a party's wait knows goes from state to state as its input: a map's `ItemSelector` can begin with it,
 * where variables would need a state that assigns them.
 */
export const waitWith = (changes: string): string =>
  `{% $merge([$states.input, ${changes}]) %}`.replace(/\s*\n\s*/g, ' ');

/**
 * Whole seconds until the party's next reminder or the deadline, whichever is first; rounded up, and
 * blind to a reminder within a second, so that none is sent twice. Step Functions refuses 0.
 */
const UNTIL_NEXT_INSTANT = `{% ($since := $states.input.invitedMillis; $max([1, $ceil(($min([
  $toMillis($deadline),
  $reminderDays.($since + $ * 86400000)[$ > $millis() + 1000]
]) - $millis()) / 1000)])) %}`.replace(/\s*\n\s*/g, ' ');

/**
 * What cannot be sent is tried again after as long as it has failed already: from five minutes to three
 * hours, and beyond two days after a sixteenth of that time, since a history holds 25,000 events.
 */
const PAUSE = `{% $max([1, $ceil($min([
  $toMillis($deadline) - $millis(),
  ($failed := $millis() - $states.input.failingSince; $max([300000, $min([$failed, 10800000]), $failed / 16]))
]) / 1000)]) %}`.replace(/\s*\n\s*/g, ' ');

/**
 * Grows from each wait of a party to the next, also in an execution that was started anew or redriven
 * (which keeps the instant at which its state was entered).
 */
const ORDER = `{% $max([
  $toMillis($states.context.State.EnteredTime),
  $toMillis($states.context.Execution.RedriveTime)
]) * 1000 + $states.context.State.RetryCount %}`.replace(/\s*\n\s*/g, ' ');

const untilToken = (functionArn: string, payload: State) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Arguments: {
    FunctionName: functionArn,
    Payload: {
      ...payload,
      envelopeId: '{% $envelopeId %}',
      party: '{% $states.input.party %}',
      taskToken: '{% $states.context.Task.Token %}',
      order: ORDER,
    },
  },
  Output: waitWith('{"outcome": $states.result.outcome}'),
  Next: 'How did it end?',
});

/** Sends what is due, then waits. A sending that failed ends no wait: it goes on without the message. */
const sending = (invite: string) => ({
  ...untilToken(invite, {
    operation: 'invite',
    notice: '{% $states.input.notice %}',
    occasion: '{% $states.input.occasion %}',
  }),
  TimeoutSeconds: UNTIL_NEXT_INSTANT,
  Output: waitWith('{"outcome": $states.result.outcome, "failingSince": 0}'),
  Catch: [
    {
      ErrorEquals: ['States.Timeout'],
      Output: waitWith('{"failingSince": 0}'),
      Next: 'Deadline passed?',
    },
    {
      ErrorEquals: ['States.ALL'],
      Output: waitWith(`{"failingSince":
        $states.input.failingSince > 0 ? $states.input.failingSince : $millis()}`),
      Next: 'Wait unsent',
    },
  ],
});

/** Without this, the error would replace the state's input. */
const UNCHANGED = '{% $states.input %}';

/** The states in which a party is written to and waited for; they leave by `Deadline passed?` or `How did it end?`. */
export const waitStates = (invite: string) => ({
  Invite: { ...sending(invite), Retry: SHORTLY },
  /** A party with an earlier link may sign during the wait. */
  'Wait unsent': {
    ...untilToken(invite, { operation: 'await' }),
    TimeoutSeconds: PAUSE,
    Catch: [
      { ErrorEquals: ['States.Timeout'], Output: UNCHANGED, Next: 'Send later' },
      { ErrorEquals: ['States.ALL'], Output: UNCHANGED, Next: 'Pause' },
    ],
  },
  Pause: { Type: 'Wait', Seconds: PAUSE, Next: 'Send later' },
  /** As `Invite`, without its own tries: each turn around here is one. */
  'Send later': sending(invite),
});
