/** A request as API Gateway's HTTP API and Lambda function URLs hand it over (payload format 2.0). */
export interface HttpEvent {
  /** `METHOD /path/{variable}`; `$default` from a function URL. */
  readonly routeKey: string;
  readonly rawPath: string;
  readonly cookies?: readonly string[];
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly queryStringParameters?: Readonly<Record<string, string | undefined>>;
  readonly pathParameters?: Readonly<Record<string, string | undefined>>;
  readonly requestContext: {
    readonly requestId: string;
    readonly http: {
      readonly method: string;
      readonly path: string;
      readonly sourceIp: string;
      readonly userAgent?: string;
    };
    /** Claims are strings whatever they were in the token, an array reads `[a b]`: not to be taken apart. */
    readonly authorizer?: { readonly jwt?: { readonly claims: Readonly<Record<string, string>> } };
  };
  readonly body?: string;
  readonly isBase64Encoded: boolean;
}

export interface HttpResult {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

/** What the runtime reads of Lambda's context. */
export interface LambdaContext {
  readonly awsRequestId: string;
  readonly functionName?: string;
}
