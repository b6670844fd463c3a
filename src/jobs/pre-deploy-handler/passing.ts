const PASSING = new Set([
  'ThrottlingException', 'Throttling', 'TooManyRequestsException', 'RequestLimitExceeded', 'ServerException', 'ServiceUnavailableException',
  'TimeoutError', 'AbortError', 'ECONNRESET', 'ETIMEDOUT', 'EAI_AGAIN',
]);

/** Returns true if the call may succeed in a moment: the API is busy, or the network failed. */
export function isPassing(error: unknown): boolean {
  const { name = '', code = '', $metadata, $retryable } = error as { name?: string; code?: string; $metadata?: { httpStatusCode?: number }; $retryable?: unknown };
  return PASSING.has(name) || PASSING.has(code) || $retryable !== undefined || ($metadata?.httpStatusCode ?? 0) >= 500;
}
