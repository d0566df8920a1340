import { LONG_RETRY } from '../workflow/workflow-retries.ts';

/** Receivers may put an attempt off by a day each time. */
const LONGEST_DAYS = 30;

/**
 * One delivery that failed, until it is taken or given up: the function answers after how many seconds it wants to be
 * called `again`. Input and history have ids and instants only.
 */
export const redeliveryDefinition = (webhookArn: string) => ({
  Comment: 'wait, post, and again',
  QueryLanguage: 'JSONata',
  TimeoutSeconds: LONGEST_DAYS * 86_400,
  StartAt: 'Begin',
  States: {
    Begin: {
      Type: 'Pass',
      Assign: {
        endpointId: '{% $states.input.endpointId %}',
        deliveryId: '{% $states.input.deliveryId %}',
        byHand: '{% $exists($states.input.byHand) %}',
        seconds: '{% $states.input.seconds %}',
      },
      Next: 'Pause',
    },
    Pause: { Type: 'Wait', Seconds: '{% $seconds %}', Next: 'Post' },
    Post: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: {
        FunctionName: webhookArn,
        Payload: `{% $merge([{
          'operation': 'redeliver', 'endpointId': $endpointId, 'deliveryId': $deliveryId
        }, $byHand ? {'byHand': true} : {}]) %}`.replace(/\s*\n\s*/g, ' '),
      },
      TimeoutSeconds: 120,
      Retry: LONG_RETRY,
      Assign: { seconds: '{% $states.result.Payload.seconds %}' },
      Output: '{% $states.result.Payload.outcome %}',
      Next: 'How did it end?',
    },
    'How did it end?': {
      Type: 'Choice',
      Choices: [{ Condition: "{% $states.input = 'again' %}", Next: 'Pause' }],
      Default: 'Done',
    },
    Done: { Type: 'Succeed' },
  },
});
