/** Names for what another try may mend: AWS's, of faults that are called the client's, and our own. */
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
  /** Of errors of the AWS SDK. */
  readonly $fault?: 'client' | 'server';
  readonly $retryable?: object;
  readonly $metadata?: { readonly httpStatusCode?: number };
  /** Of errors of Node's network calls. */
  readonly syscall?: string;
  readonly code?: string;
}

/**
 * A service that is out of reach, or refuses for now: the same again may succeed. Everything else is
 * our own code's, or what it was given, and stays as it is however often it is tried.
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
