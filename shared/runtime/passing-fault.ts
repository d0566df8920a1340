/** Error names that a retry may resolve although AWS marks them as client faults, and our own. */
const PASSING = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'Conflict',
  'ExpiredTokenException',
  'LimitExceededException',
  'NewerRelease',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottledException',
  'Throttling',
  'ThrottlingException',
  'TimeoutError',
  'TooManyRequestsException',
  'UnrecognizedClientException',
]);

interface Fault {
  readonly name?: string;
  /** Set by the AWS SDK. */
  readonly $fault?: 'client' | 'server';
  readonly $retryable?: object;
  readonly $metadata?: { readonly httpStatusCode?: number };
  /** Set by Node's network calls. */
  readonly syscall?: string;
  readonly code?: string;
}

/**
 * Whether an error is transient: a service is unreachable or refuses for now. All other errors would recur on
 * every retry.
 */
export function isPassing(thrown: unknown): boolean {
  const { name = '', $fault, $retryable, $metadata, syscall, code } = (thrown ?? {}) as Fault;
  const status = $metadata?.httpStatusCode ?? 0;
  return (
    $fault === 'server' ||
    $retryable !== undefined ||
    status >= 500 ||
    status === 429 ||
    syscall !== undefined ||
    code === 'ECONNRESET' ||
    code === 'EPIPE' ||
    PASSING.has(name)
  );
}
