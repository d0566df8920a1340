import { join } from 'node:path';
import { CfnOutput, RemovalPolicy, type SecretValue, Stack, type StackProps } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { webBuild } from '../build/web-build.ts';
import type { Config } from '../config.ts';
import { FrontDoor } from '../constructs/doors/front-door.ts';
import { StaticPages } from '../constructs/doors/static-pages.ts';
import { companyPages } from '../pages/company-pages.ts';
import { exportValues } from './export-values.ts';
import { logRetention } from './log-retention.ts';
import { logGroupName, regionalName } from './naming.ts';

/**
 * The single public origin: the pages and, under /api, the API. The API is created here without routes, because
 * the distribution needs it, and links and the bucket's CORS rule contain the distribution's name; the service
 * stack adds the routes.
 */
export class WebStack extends Stack {
  readonly api: HttpApi;
  /** That AWS gave: links that were sent before there was a domain lead here. No slash at the end. */
  readonly firstUrl: string;
  /** Where people open links; no slash at the end. */
  readonly appUrl: string;
  /** What the distribution adds to each request that it hands to the API. */
  readonly originSecret: SecretValue;

  constructor(scope: Construct, id: string, props: StackProps & { config: Config }) {
    super(scope, id, {
      ...props,
      description: 'Sigillo: the address that people open',
      terminationProtection: true,
    });
    this.api = new HttpApi(this, 'Api', {
      apiName: regionalName(this),
      description: 'Senders and signers of Sigillo',
      createDefaultStage: false,
    });
    const { config } = props;
    this.#addStage(config);
    const build = webBuild();
    const pages = new StaticPages(this, 'Pages', {
      assets: join(build, 'assets'),
      pages: companyPages(build, config),
    });
    const door = new FrontDoor(this, 'FrontDoor', { config, pages, api: this.api });
    this.originSecret = door.originSecret;
    this.firstUrl = `https://${door.domainName}`;
    this.appUrl = `https://${config.domain ?? door.domainName}`;
    exportValues(this, [this.api.apiId, door.domainName, door.secretArn]);
    new CfnOutput(this, 'DistributionDomain', { value: door.domainName });
    new CfnOutput(this, 'AppUrl', { value: this.appUrl });
  }

  #addStage({ throttle }: Config) {
    const accessLog = new LogGroup(this, 'AccessLog', {
      logGroupName: logGroupName(this, 'api'),
      retention: logRetention(this),
      removalPolicy: RemovalPolicy.DESTROY,
    });
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: throttle.requestsPerSecond, burstLimit: throttle.burst },
      accessLogSettings: {
        destination: new LogGroupLogDestination(accessLog),
        format: AccessLogFormat.custom(accessLogLine),
      },
    });
  }
}

/** No header, query or body: a link's secret is in its fragment, which no browser sends. */
const accessLogLine = JSON.stringify({
  requestId: '$context.requestId',
  time: '$context.requestTime',
  route: '$context.routeKey',
  path: '$context.path',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  bytes: '$context.responseLength',
  error: '$context.error.message',
  integrationError: '$context.integrationErrorMessage',
});
