const LAMBDA_LOGS = 'Lambda writes a function’s log in its role; here the log is a file.';
const CDK_LETTERS =
  'CDK grants the three actions of a sender together; Lambda itself needs only SendMessage.';
const LETTER = 'Lambda sends what failed to the end: test/local/control-delivery.test.ts.';
const AGAIN =
  'Whether a message went already, asked when a task is run again: test/functions/messages/invite-once.test.ts.';
const SWEEP = 'The sweep mends what the relay could not: test/functions/relay/sweep.test.ts.';
const LEFT_BEHIND =
  'What an upload or an export left, which the lifecycle mostly takes first: test/functions/purge.test.ts.';

/**
 * Reasons for grants that no test in `test/flow` is certain to use, by role, action and resource; `*` means any
 * role. A grant that is neither used nor listed fails the test: remove it or explain it.
 */
export const UNSEEN: Readonly<Record<string, string>> = {
  '* logs:CreateLogStream logs:log-group:/sigillo/functions/*': LAMBDA_LOGS,
  '* logs:PutLogEvents logs:log-group:/sigillo/functions/*': LAMBDA_LOGS,
  '* sqs:GetQueueAttributes sqs:*DeadLettersQueue': CDK_LETTERS,
  '* sqs:GetQueueUrl sqs:*DeadLettersQueue': CDK_LETTERS,
  '* sqs:SendMessage sqs:*DeadLettersQueue': LETTER,
  '* dynamodb:ListStreams dynamodb:table/LedgerTable/stream/*':
    'Lambda asks for it when a mapping is made, which CloudFormation does.',
  'TasksTextFailuresWriter logs:CreateLogGroup logs:log-group:sns/*':
    'SNS writes its log of failed texts in this role; it calls nothing here.',
  'TasksTextFailuresWriter logs:CreateLogStream logs:log-group:sns/*': 'As above.',
  'TasksTextFailuresWriter logs:PutLogEvents logs:log-group:sns/*': 'As above.',
  'TasksTextFailuresWriter logs:PutMetricFilter logs:log-group:sns/*': 'As above.',
  'TasksTextFailuresWriter logs:PutRetentionPolicy logs:log-group:sns/*': 'As above.',

  'TasksSeal s3:AbortMultipartUpload s3:sigillo-documents-0000-eu-west-1/closed/*':
    'A part that failed: the upload is given up.',
  'TasksSeal s3:AbortMultipartUpload s3:sigillo-documents-0000-eu-west-1/open/*': 'As above.',

  'TasksInvite dynamodb:GetItem dynamodb:table/AccessTable': AGAIN,
  'TasksFeedback dynamodb:GetItem dynamodb:table/AccessTable': AGAIN,
  'WebhooksWebhook dynamodb:GetItem dynamodb:table/AccessTable': AGAIN,
  'TasksInvite states:SendTaskSuccess states:stateMachine:sigillo-envelopes':
    'The party has signed before the invitation’s own task could wait: a race.',
  'TasksIntake s3:ListBucket s3:sigillo-documents-0000-eu-west-1':
    'To tell an upload that is gone from one that may not be read.',

  'Relay dynamodb:UpdateItem dynamodb:table/EnvelopesTable':
    'A record that became a letter makes its envelope due now: test/functions/relay/give-up.test.ts.',
  'RelayPublish dynamodb:UpdateItem dynamodb:table/EnvelopesTable': 'As the relay.',
  'RelaySweep dynamodb:UpdateItem dynamodb:table/EnvelopesTable': SWEEP,
  'RelaySweep states:StartExecution states:stateMachine:sigillo-envelopes': SWEEP,

  'TasksPurge s3:DeleteObject s3:sigillo-documents-0000-eu-west-1/exports/*': LEFT_BEHIND,
  'TasksPurge s3:DeleteObject s3:sigillo-documents-0000-eu-west-1/uploads/*': LEFT_BEHIND,
  'ForgettingForget s3:DeleteObject s3:sigillo-documents-0000-eu-west-1/exports/*': LEFT_BEHIND,
  'ForgettingForget s3:DeleteObject s3:sigillo-documents-0000-eu-west-1/uploads/*': LEFT_BEHIND,

  'BatchesBatch states:StartExecution states:stateMachine:sigillo-batches':
    'A batch that stands still goes on: test/functions/sender/batches.test.ts.',
  'BatchesBatch s3:ListBucket s3:sigillo-documents-0000-eu-west-1':
    'To tell a document that the lifecycle removed from one that may not be read.',
  'BatchesBatch dynamodb:DeleteItem dynamodb:table/ContactsTable':
    'Words of a contact that was deleted meanwhile: a race.',

  'DoorsSender dynamodb:BatchGetItem dynamodb:table/EnvelopesTable':
    'What a search shows: test/functions/aws/search.test.ts, test/browser/console/list.test.ts.',
};

const REPAIRED = 'What an outage left behind is repaired: outage, outage-of-each and endings.';

/** Grants that only other files of this folder use, which a run of the whole folder checks. */
export const NEEDED_ELSEWHERE: Readonly<Record<string, string>> = {
  'Relay dynamodb:PutItem dynamodb:table/LedgerTable':
    'An execution that ended too early is noted and begun anew: outage.',
  'RelaySweep dynamodb:PutItem dynamodb:table/LedgerTable': REPAIRED,
  'RelaySweep dynamodb:GetItem dynamodb:table/AccessTable': REPAIRED,
  'RelaySweep dynamodb:PutItem dynamodb:table/EnvelopesTable': REPAIRED,
  'RelaySweep dynamodb:GetItem dynamodb:table/EnvelopesTable': REPAIRED,
  'RelaySweep dynamodb:PutItem dynamodb:table/RecordsTable': REPAIRED,
  'RelaySweep states:SendTaskSuccess states:stateMachine:sigillo-envelopes': REPAIRED,
  'RelaySweep states:DescribeExecution states:execution:sigillo-envelopes:*': REPAIRED,
};
