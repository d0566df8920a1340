import { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';
import { Construct } from 'constructs';
import { regionalName } from '../../naming.ts';

export interface DataTrailProps {
  /** The company's, whose policy lets CloudTrail write. */
  readonly recordsBucket: string;
  readonly bucketArn: string;
  readonly tableArns: readonly string[];
}

/**
 * Who read or wrote which document and which row, whoever it was: CloudTrail's data events. Their records lie
 * where whoever may change this deployment need not be able to change them, so no bucket is made here.
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
