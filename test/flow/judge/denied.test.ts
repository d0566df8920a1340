import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { GetPublicKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountId, region } from '../../../infra/local/aws/account.ts';
import { localArn } from '../../../infra/local/iam/access-request.ts';
import { type JudgedTarget, judgedTarget } from './judged-target.ts';

let target: JudgedTarget;

beforeAll(async () => {
  target = await judgedTarget();
});

afterAll(() => target.close());

const bucket = `sigillo-documents-${accountId}-${region}`;

const functionNamed = (start: string): string =>
  target.local.access.functions.find((name) => name.includes(start)) ?? 'nobody';

const as = (caller: string) => ({
  endpoint: target.local.urls.aws,
  region,
  credentials: target.local.credentialsOf(functionNamed(caller)),
  maxAttempts: 1,
});

/** Without the checksum header that a presigned URL would otherwise require. */
const s3As = (caller: string) =>
  new S3Client({
    ...as(caller),
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
  });
const lastDenial = () => target.local.access.journal.denials.at(-1);

const mail = (from: string) =>
  new SendRawEmailCommand({
    RawMessage: { Data: Buffer.from(`From: ${from}\r\nTo: a@b.example\r\nSubject: x\r\n\r\nx`) },
  });

describe('a call that no policy allows is refused as its service refuses', () => {
  const seal = 'TasksSeal';
  const someKey = localArn('kms', 'key/x');
  const machine = localArn('states', 'stateMachine:sigillo-envelopes');
  const refusals: [string, () => Promise<unknown>, string, number, string][] = [
    [
      'DynamoDB',
      () =>
        new DynamoDBClient(as(seal)).send(
          new GetItemCommand({ TableName: 'Other', Key: { id: { S: 'x' } } }),
        ),
      'AccessDeniedException',
      400,
      'dynamodb:GetItem',
    ],
    [
      'KMS',
      () => new KMSClient(as('Purge')).send(new GetPublicKeyCommand({ KeyId: someKey })),
      'AccessDeniedException',
      400,
      'kms:GetPublicKey',
    ],
    [
      'SNS, a text to a phone',
      () =>
        new SNSClient(as(seal)).send(new PublishCommand({ PhoneNumber: '+39331', Message: 'x' })),
      'AuthorizationErrorException',
      403,
      'sns:Publish',
    ],
    [
      'SNS, a topic, which a Deny keeps from who may send texts',
      () =>
        new SNSClient(as('TasksDeliver')).send(
          new PublishCommand({ TopicArn: localArn('sns', 'alarms'), Message: 'x' }),
        ),
      'AuthorizationErrorException',
      403,
      'sns:Publish',
    ],
    [
      'SES, from an address that is not the company’s',
      () => new SESClient(as('TasksDeliver')).send(mail('capo@officine-aurora.example')),
      'AccessDenied',
      403,
      'ses:SendRawEmail',
    ],
    [
      'Step Functions',
      () => new SFNClient(as(seal)).send(new StartExecutionCommand({ stateMachineArn: machine })),
      'AccessDeniedException',
      400,
      'states:StartExecution',
    ],
    [
      'EventBridge',
      () =>
        new EventBridgeClient(as(seal)).send(
          new PutEventsCommand({
            Entries: [{ EventBusName: 'sigillo', Source: 's', DetailType: 'd', Detail: '{}' }],
          }),
        ),
      'AccessDeniedException',
      400,
      'events:PutEvents',
    ],
    [
      'S3',
      () => s3As(seal).send(new GetObjectCommand({ Bucket: bucket, Key: 'uploads/x' })),
      'AccessDenied',
      403,
      's3:GetObject',
    ],
  ];
  it.each(refusals)('%s', async (_, call, name, status, action) => {
    await expect(call()).rejects.toMatchObject({
      name,
      $metadata: { httpStatusCode: status },
    });
    expect(lastDenial()?.action).toBe(action);
  });

  it('whoever signs with a key that belongs to no function', async () => {
    const credentials = target.local.credentialsOf('somebody-else');
    const db = new DynamoDBClient({ ...as('TasksSeal'), credentials });
    const asked = db.send(new GetItemCommand({ TableName: 'T', Key: { id: { S: 'x' } } }));
    await expect(asked).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });
});

describe('in the bucket', () => {
  const absent = { Bucket: bucket, Key: 'closed/absent' };

  it('an absent object is 404 to who may list, and 403 to who may not, which is told', async () => {
    await expect(s3As('DoorsSigner').send(new GetObjectCommand(absent))).rejects.toMatchObject({
      name: 'NoSuchKey',
    });
    const denials = target.local.access.journal.denials.length;
    await expect(s3As('TasksDeliver').send(new GetObjectCommand(absent))).rejects.toMatchObject({
      name: 'AccessDenied',
    });
    const head = s3As('TasksDeliver').send(new HeadObjectCommand(absent));
    await expect(head).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
    const { journal } = target.local.access;
    expect(journal.denials.length).toBe(denials);
    expect(journal.hidden.at(-1)).toEqual({
      caller: functionNamed('TasksDeliver'),
      resource: `${bucket}/closed/absent`,
    });
  });

  it('a list is granted below its prefixes alone', async () => {
    const list = (Prefix?: string) =>
      s3As('TasksPurge').send(new ListObjectsV2Command({ Bucket: bucket, Prefix }));
    await expect(list('open/a/')).resolves.toBeDefined();
    await expect(list('pki/')).rejects.toMatchObject({ name: 'AccessDenied' });
    await expect(list()).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  it('of many keys to be deleted, those that are not granted are named, and the others go', async () => {
    const Objects = [{ Key: 'open/x' }, { Key: 'pki/root.pem' }];
    const answer = await s3As('TasksPurge').send(
      new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects } }),
    );
    expect(answer.Deleted).toEqual([{ Key: 'open/x' }]);
    expect(answer.Errors).toMatchObject([{ Key: 'pki/root.pem', Code: 'AccessDenied' }]);
  });

  it('a presigned address may what its signer may, whoever uses it', async () => {
    const put = new PutObjectCommand({ Bucket: bucket, Key: 'open/presigned' });
    const addressBy = (caller: string) => getSignedUrl(s3As(caller), put, { expiresIn: 60 });
    const use = async (url: string) => (await fetch(url, { method: 'PUT', body: 'x' })).status;
    expect(await use(await addressBy('DoorsSigner'))).toBe(200);
    expect(await use(await addressBy('TasksDeliver'))).toBe(403);
    expect(lastDenial()).toEqual({
      caller: functionNamed('TasksDeliver'),
      action: 's3:PutObject',
      resource: `arn:aws:s3:::${bucket}/open/presigned`,
    });
  });
});
