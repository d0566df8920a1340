import { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';
import { Construct } from 'constructs';
import { regionalName } from '../../stacks/naming.ts';

export interface DataTrailProps {
  /** The company's bucket, whose policy lets CloudTrail write. */
  readonly recordsBucket: string;
  readonly bucketArn: string;
  readonly tableArns: readonly string[];
}

/**
 * CloudTrail data events: every read and write of a document or row, with the caller. The bucket is not
 * created here, so that administrators of this deployment need no access to the records.
 */
export class DataTrail extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { recordsBucket, bucketArn, tableArns }: DataTrailProps,
  ) {
    super(scope, id);
    new CfnTrail(this, 'Trail', {
      trailName: regionalName(this, 'data-events'),
      s3BucketName: recordsBucket,
      isLogging: true,
      enableLogFileValidation: true,
      includeGlobalServiceEvents: false,
      eventSelectors: [
        {
          includeManagementEvents: false,
          readWriteType: 'All',
          dataResources: [
            { type: 'AWS::S3::Object', values: [`${bucketArn}/`] },
            { type: 'AWS::DynamoDB::Table', values: [...tableArns] },
          ],
        },
      ],
    });
  }
}
