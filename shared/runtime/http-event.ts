/** Request event of API Gateway HTTP APIs and Lambda function URLs (payload format 2.0). */
export interface HttpEvent {
  /** `METHOD /path/{variable}`; `$default` from a function URL. */
  readonly routeKey: string;
  readonly rawPath: string;
  readonly cookies?: readonly string[];
  /** Lower-case names. */
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
    /** API Gateway converts claims to strings, an array to `[a b]`, which cannot be parsed back. */
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

/** The parts of Lambda's context that are used. */
export interface LambdaContext {
  readonly awsRequestId: string;
  readonly functionName?: string;
}
