import { Aws, CfnOutput, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolGroup,
  Mfa,
  OAuthScope,
  UserPool,
  type UserPoolClient,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { regionalName } from '../../stacks/naming.ts';

export interface SenderPoolProps {
  /** Exact URLs that sign-in may redirect to. */
  readonly callbackUrls: readonly string[];
  readonly domainPrefix: string | undefined;
  readonly administratorGroup: string;
}

/** PREFIX in the sign-in page's URL `https://PREFIX.auth.REGION.amazoncognito.com`. */
export const signInPrefix = (deployment: string, chosen: string | undefined): string =>
  chosen ?? `${deployment}-${Aws.ACCOUNT_ID}`;

/** User pool of the employees who send: invited by an administrator, signing in by authorization code with PKCE. */
export class SenderPool extends Construct {
  readonly issuer: string;
  readonly audience: string;

  constructor(scope: Construct, id: string, props: SenderPoolProps) {
    super(scope, id);
    const pool = this.#pool();
    const client = publicClient(pool, props.callbackUrls);
    const domainPrefix = signInPrefix(regionalName(this), props.domainPrefix);
    const domain = pool.addDomain('Domain', { cognitoDomain: { domainPrefix } });
    new CfnUserPoolGroup(this, 'Administrators', {
      userPoolId: pool.userPoolId,
      groupName: props.administratorGroup,
      description: "See everyone's envelopes",
    });
    this.issuer = pool.userPoolProviderUrl;
    this.audience = client.userPoolClientId;
    new CfnOutput(Stack.of(this), 'SignInUrl', { value: domain.baseUrl() });
    new CfnOutput(Stack.of(this), 'ClientId', { value: client.userPoolClientId });
  }

  #pool() {
    const pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(pool);
    return pool;
  }
}

const publicClient = (pool: UserPool, callbackUrls: readonly string[]): UserPoolClient =>
  pool.addClient('Client', {
    generateSecret: false,
    authFlows: { user: false },
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
      callbackUrls: [...callbackUrls],
      logoutUrls: [...callbackUrls],
    },
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    idTokenValidity: Duration.hours(1),
    accessTokenValidity: Duration.hours(1),
    refreshTokenValidity: Duration.hours(12),
  });

function acknowledge(pool: UserPool) {
  Validations.of(pool).acknowledge({
    id: 'AwsSolutions-COG2',
    reason:
      'The pool allows a second factor, and no page of ours enrols one: a company that demands it brings its own issuer.',
  });
  for (const id of ['AwsSolutions-COG3', 'AwsSolutions-COG8'])
    Validations.of(pool).acknowledge({
      id,
      reason: 'Threat protection needs the Plus plan, priced by active user: the company decides.',
    });
}
