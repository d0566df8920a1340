import { Validations } from 'aws-cdk-lib';
import { HttpApi, HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import { MACHINE_ROUTES, machineRoute } from '../../../shared/contract/api/machine-routes.ts';
import {
  AUDIT_ROUTE,
  OWN_ROUTES,
  PUBLIC_ROUTES,
  SENDER_ROUTES,
  SIGNER_ROUTES,
} from '../../../shared/contract/api/routes.ts';
import type { Doors } from './doors.ts';

export interface ApiRoutesProps {
  /** The API belongs to the web stack; routes and authorizer belong to this one. */
  readonly apiId: string;
  readonly doors: Doors;
  /** Issuer and audience of the ID tokens that senders present. */
  readonly senders: { readonly issuer: string; readonly audience: string };
}

/**
 * The routes of shared/contract/api/routes.ts and machine-routes.ts: employees' routes have an authorizer; those of
 * the public, of machines and of signers do not.
 */
export class ApiRoutes extends Construct {
  constructor(scope: Construct, id: string, { apiId, doors, senders }: ApiRoutesProps) {
    super(scope, id);
    const api = HttpApi.fromHttpApiAttributes(this, 'Api', { httpApiId: apiId });
    const authorizer = new HttpJwtAuthorizer('Senders', senders.issuer, {
      jwtAudience: [senders.audience],
    });
    const sender = integration('Sender', doors.sender.lambda);
    const signer = integration('Signer', doors.signer.lambda);
    const audit = integration('Audit', doors.audit.lambda);
    const printed = [AUDIT_ROUTE, machineRoute(AUDIT_ROUTE)];
    const ofSender = (key: string) => (printed.includes(key) ? audit : sender);
    const withToken = (key: string, integration: HttpLambdaIntegration) =>
      new HttpRoute(this, key, { httpApi: api, routeKey: routeKey(key), integration, authorizer });
    for (const key of Object.keys(SENDER_ROUTES)) withToken(key, ofSender(key));
    for (const key of Object.keys(OWN_ROUTES)) withToken(key, signer);
    const open = (key: string, integration: HttpLambdaIntegration) =>
      new HttpRoute(this, key, { httpApi: api, routeKey: routeKey(key), integration });
    for (const key of Object.keys(PUBLIC_ROUTES)) acknowledgePublic(open(key, sender));
    for (const key of Object.keys(MACHINE_ROUTES)) acknowledgeMachines(open(key, ofSender(key)));
    for (const key of Object.keys(SIGNER_ROUTES)) acknowledgeSigners(open(key, signer));
  }
}

const integration = (id: string, handler: HttpLambdaIntegrationHandler) =>
  new HttpLambdaIntegration(id, handler, { scopePermissionToRoute: false });

type HttpLambdaIntegrationHandler = ConstructorParameters<typeof HttpLambdaIntegration>[1];

function routeKey(key: string) {
  const [method = '', path = ''] = key.split(' ');
  return HttpRouteKey.with(path, HttpMethod[method as keyof typeof HttpMethod]);
}

function acknowledgePublic(route: HttpRoute) {
  Validations.of(route).acknowledge({
    id: 'AwsSolutions-APIG4',
    reason: 'It tells where to sign in, which nobody could ask with a token.',
  });
}

function acknowledgeMachines(route: HttpRoute) {
  Validations.of(route).acknowledge({
    id: 'AwsSolutions-APIG4',
    reason: 'The function looks the API token up before it reads the body: no issuer signed it.',
  });
}

function acknowledgeSigners(route: HttpRoute) {
  Validations.of(route).acknowledge({
    id: 'AwsSolutions-APIG4',
    reason:
      'A signer has no account: the link, the session cookie and the code are the authorization.',
  });
}
