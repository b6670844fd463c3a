/** Kind of an error, which decides how the call continues. */
export type ErrorKind =
  /** IAM doesn't allow it. */
  | 'denied'
  /** The region or the account doesn't have it. */
  | 'unavailable'
  /** Too many calls: the call can be repeated later. */
  | 'throttled'
  /** A passing fault: the call can be repeated. */
  | 'transient'
  /** The resource doesn't exist. */
  | 'missing'
  /** The credentials are not accepted. */
  | 'credentials'
  /** The credentials have expired. */
  | 'expired'
  /** The host doesn't exist: no such region, or no network. */
  | 'unreachable'
  /** The time that the user set is over. */
  | 'late'
  /** AWS rejects the request. */
  | 'rejected';

/** Kinds by the name of the error in AWS, Node.js or the SDK; the first match counts. */
const NAMES: ReadonlyArray<readonly [RegExp, ErrorKind]> = [
  [/^(AccessDenied|UnauthorizedOperation|NotAuthorized|Unauthorized|AuthorizationError)/, 'denied'],
  [/^(ExpiredToken|RequestExpired|TokenRefreshRequired)/, 'expired'],
  [/^(CredentialsProviderError|UnrecognizedClient|InvalidClientTokenId|InvalidSignature|SignatureDoesNotMatch|IncompleteSignature|MissingAuthenticationToken|AuthFailure|InvalidAccessKeyId)/, 'credentials'],
  [/^(Throttl|RequestLimitExceeded|TooManyRequests|RequestThrottled|SlowDown|BandwidthLimitExceeded|LimitExceededException$|PriorRequestNotComplete)/, 'throttled'],
  [/^(OptInRequired|SubscriptionRequired|UnsupportedOperation|UnknownOperation|InvalidAction|NotImplemented|UnsupportedFeature)/, 'unavailable'],
  [/NotFound(Exception)?$|^(NoSuchEntity|QueueDoesNotExist|StateMachineDoesNotExist|AWS\.SimpleQueueService\.NonExistentQueue|ImageNotFound|RepositoryNotFound|InvalidSubnetID\.NotFound|InvalidGroup\.NotFound)/, 'missing'],
  [/^(TimeoutError|RequestTimeout|InternalError|InternalFailure|InternalServerError|InternalService|ServerException|ServiceUnavailable|EmptyAnswer|LostPage|SyntaxError)/, 'transient'],
];

/** Kinds by Node.js's code of a network error. */
const NETWORK: Readonly<Record<string, ErrorKind>> = {
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'transient',
  ECONNREFUSED: 'transient',
  ECONNRESET: 'transient',
  ECONNABORTED: 'transient',
  EHOSTUNREACH: 'transient',
  ENETUNREACH: 'transient',
  EPIPE: 'transient',
  ETIMEDOUT: 'transient',
};

/** Parts of the SDK's errors that decide their kind. */
interface SdkError extends Error {
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

export function kindOf(error: unknown): ErrorKind {
  if (!(error instanceof Error)) return 'transient';
  const { name, message, code, $metadata } = error as SdkError;
  if (name === 'CredentialsProviderError' && /expired|refresh/i.test(message)) return 'expired';
  const byName = NAMES.find(([form]) => form.test(name))?.[1];
  if (byName) return byName;
  if (code !== undefined && code in NETWORK) return NETWORK[code];
  // An answer with a good status that can't be read was cut off on its way.
  if (/Deserialization error|^aborted$/.test(message)) return 'transient';
  return byStatus($metadata?.httpStatusCode);
}

function byStatus(status: number | undefined): ErrorKind {
  if (status === undefined) return 'rejected';
  if (status === 429) return 'throttled';
  if (status === 501) return 'unavailable';
  return status >= 500 ? 'transient' : 'rejected';
}

/** The answer has no body, which the SDK reads as an empty result. */
export class EmptyAnswer extends Error {
  public readonly name = 'EmptyAnswer';
  public constructor() {
    super('the answer is empty');
  }
}

/** A page names itself, or one before it, as the next one. */
export class LostPage extends Error {
  public readonly name = 'LostPage';
  public constructor() {
    super('the next page is one that was read already');
  }
}
