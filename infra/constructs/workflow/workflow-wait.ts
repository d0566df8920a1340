import { SHORT_RETRY } from './workflow-retries.ts';

type State = Readonly<Record<string, unknown>>;

/**
 * The wait's data is passed from state to state as input and not as variables: a Map's `ItemSelector` can set
 * the first input, whereas variables would need an extra assigning state.
 */
export const waitWith = (changes: string): string =>
  `{% $merge([$states.input, ${changes}]) %}`.replace(/\s*\n\s*/g, ' ');

/**
 * Whole seconds until the party's next reminder or the deadline, whichever comes first. Rounded up, and a
 * reminder less than a second away counts as sent, so that none is sent twice. Step Functions refuses a wait
 * of 0.
 */
const UNTIL_NEXT_INSTANT = `{% ($since := $states.input.invitedMillis; $max([1, $ceil(($min([
  $toMillis($deadline),
  $reminderDays.($since + $ * 86400000)[$ > $millis() + 1000]
]) - $millis()) / 1000)])) %}`.replace(/\s*\n\s*/g, ' ');

/**
 * Delay before a failed sending is retried: as long as it has been failing, between five minutes and three
 * hours; after two days, a sixteenth of that time, because a history may hold only 25,000 events.
 */
const PAUSE = `{% $max([1, $ceil($min([
  $toMillis($deadline) - $millis(),
  ($failed := $millis() - $states.input.failingSince; $max([300000, $min([$failed, 10800000]), $failed / 16]))
]) / 1000)]) %}`.replace(/\s*\n\s*/g, ' ');

/**
 * Increases with each wait of a party, also in a restarted execution and in a redriven one (which keeps the
 * original entry time of its state).
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

/** Sends what is due, then waits. A failed sending does not end the wait. */
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

/** Without this output the error would replace the state's input. */
const UNCHANGED = '{% $states.input %}';

/** The states that message one party and wait for it; they exit through `Deadline passed?` or `How did it end?`. */
export const waitStates = (invite: string) => ({
  Invite: { ...sending(invite), Retry: SHORT_RETRY },
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
  /** Like `Invite`, but without retries of its own: this loop is the retry. */
  'Send later': sending(invite),
});
