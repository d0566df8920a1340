import { LONG_RETRY } from './workflow-retries.ts';

/** Longer than the slowest batch: a thousand rows at one message in ten seconds, and a week of retries. */
const TIMEOUT_DAYS = 30;

/**
 * The rows of one batch, page by page: the task takes as many as the rates allow and says where to go on and
 * when. Its data is ids and numbers only.
 */
export const batchDefinition = (functionArn: string) => ({
  Comment: 'take rows, wait as the rates want, take the next ones',
  QueryLanguage: 'JSONata',
  TimeoutSeconds: TIMEOUT_DAYS * 86_400,
  StartAt: 'Take',
  States: {
    Take: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: {
        FunctionName: functionArn,
        Payload: {
          operation: 'take',
          batchId: '{% $states.input.batchId %}',
          run: '{% $states.input.run %}',
          after: '{% $states.input.after %}',
        },
      },
      TimeoutSeconds: 300,
      Retry: LONG_RETRY,
      Output:
        '{% $merge([{"batchId": $states.input.batchId, "run": $states.input.run}, $states.result.Payload]) %}',
      Next: 'More?',
    },
    'More?': {
      Type: 'Choice',
      Choices: [{ Condition: "{% $states.input.outcome = 'more' %}", Next: 'Pace' }],
      Default: 'Ended',
    },
    Pace: { Type: 'Wait', Seconds: '{% $states.input.seconds %}', Next: 'Take' },
    Ended: { Type: 'Succeed' },
  },
});
