import * as z from 'zod';
import { Cors, toCors } from './cors.ts';
import { functionNameOf, provisioner, unused } from './provisioner.ts';

const Api = z.strictObject({
  ProtocolType: z.literal('HTTP'),
  CorsConfiguration: Cors.optional(),
  DisableExecuteApiEndpoint: z.literal(false).optional(),
  Name: unused,
  Description: unused,
  Tags: unused,
});

/** Only one API is supported, because it takes the main port. */
export const provisionApi = provisioner(Api, ({ name, properties }, target) => {
  if (target.apis.push(name) > 1) throw new Error('The local target serves one HTTP API');
  target.httpApi.apiId = name;
  target.httpApi.cors = toCors(properties.CorsConfiguration);
  return { ref: name, attributes: { ApiId: name, ApiEndpoint: target.apiEndpoint } };
});

const Stage = z.strictObject({
  ApiId: z.string(),
  StageName: z.literal('$default'),
  AutoDeploy: z.literal(true),
  AccessLogSettings: unused,
  DefaultRouteSettings: z
    .strictObject({ ThrottlingRateLimit: z.number(), ThrottlingBurstLimit: z.int() })
    .optional(),
  Tags: unused,
});

export const provisionStage = provisioner(Stage, ({ properties }, target) => {
  const { DefaultRouteSettings: limits } = properties;
  target.httpApi.throttle = limits && {
    rate: limits.ThrottlingRateLimit,
    burst: limits.ThrottlingBurstLimit,
  };
  return { ref: '$default', attributes: {} };
});

const Authorizer = z.strictObject({
  ApiId: z.string(),
  AuthorizerType: z.literal('JWT'),
  IdentitySource: z.tuple([z.literal('$request.header.Authorization')]),
  JwtConfiguration: z.strictObject({ Issuer: z.url(), Audience: z.array(z.string()) }),
  Name: z.string(),
});

export const provisionAuthorizer = provisioner(Authorizer, ({ name, properties }, target) => {
  const { Issuer: issuer, Audience: audience } = properties.JwtConfiguration;
  target.authorizers.set(name, { issuer, audience });
  return { ref: name, attributes: { AuthorizerId: name } };
});

const Integration = z.strictObject({
  ApiId: z.string(),
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
  IntegrationMethod: unused,
});

export const provisionIntegration = provisioner(Integration, ({ name, properties }, target) => {
  target.integrations.set(name, functionNameOf(properties.IntegrationUri));
  return { ref: name, attributes: { IntegrationId: name } };
});

const Route = z.strictObject({
  ApiId: z.string(),
  RouteKey: z.string().regex(/^(\$default|[A-Z]+ \/\S*)$/),
  Target: z.string().startsWith('integrations/'),
  AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
  AuthorizerId: z.string().optional(),
  AuthorizationScopes: z.array(z.string()).default([]),
});

export const provisionRoute = provisioner(Route, ({ name, properties }, target) => {
  const integration = properties.Target.replace('integrations/', '');
  const functionName = target.integrations.get(integration);
  const authorizer = target.authorizers.get(properties.AuthorizerId ?? '');
  if (!functionName) throw new Error(`${properties.RouteKey} leads to no integration`);
  if (properties.AuthorizationType === 'JWT' && !authorizer)
    throw new Error(`${properties.RouteKey} has no authorizer`);
  const { RouteKey: routeKey, AuthorizationScopes: scopes } = properties;
  target.httpApi.addRoute({ routeKey, functionName, authorizer, scopes });
  return { ref: name, attributes: { RouteId: name } };
});
