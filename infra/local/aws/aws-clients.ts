import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SESClient } from '@aws-sdk/client-ses';
import { SNSClient } from '@aws-sdk/client-sns';
import type { AwsClients } from '../resources/provisioner.ts';
import { region } from './account.ts';
import { operatorCredentials } from './credentials.ts';

/** SDK clients for the local endpoint. `offset`: how far the target's clock is ahead of this machine's, in ms. */
export function makeAwsClients(endpoint: string, offset: number): AwsClients {
  const options = {
    endpoint,
    region,
    credentials: operatorCredentials,
    systemClockOffset: offset,
  };
  return {
    dynamoDb: new DynamoDBClient(options),
    events: new EventBridgeClient(options),
    kms: new KMSClient(options),
    s3: new S3Client({ ...options, forcePathStyle: true }),
    ses: new SESClient(options),
    sns: new SNSClient(options),
  };
}

export function closeAwsClients(clients: AwsClients): void {
  for (const client of Object.values(clients)) client.destroy();
}
