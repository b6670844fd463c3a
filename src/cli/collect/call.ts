import type { Depth } from './account';
import type { BucketName } from './buckets';
import type { ClientName } from './clients';

/** Pagination of an API's long list. */
export interface Paging {
  /** Member of the request for the length of a page, and its highest value. */
  readonly size?: readonly [member: string, highest: number];
  /** Member of the request for the token. */
  readonly token: string;
  /** Member of the answer that has the token. */
  readonly next: string;
}

/** One read-only API call: all that the budget, the IAM policy and messages need to know of it. */
export interface Call<Input, Output> {
  readonly client: ClientName;
  readonly operation: string;
  readonly action: string;
  readonly bucket: BucketName;
  /** The smallest depth that makes it; `option`: only an option of the command does, see `CALLS_OF_OPTIONS`. */
  readonly depth: Depth | 'option';
  /** Highest number of ids in one call. */
  readonly batch: number;
  readonly paging?: Paging;
  /** Never there: it carries the types. */
  readonly types?: (input: Input) => Output;
}

/** Properties that the calls of one service share. */
interface Family {
  readonly client: ClientName;
  /** Prefix of IAM actions, before the colon. */
  readonly prefix: string;
  readonly bucket: BucketName;
}

type CallOptions = Partial<Pick<Call<unknown, unknown>, 'bucket' | 'depth' | 'batch' | 'paging'>>;

/** Makes the calls of one service. */
export function callsOf(family: Family) {
  return <Input, Output>(operation: string, options: CallOptions = {}): Call<Input, Output> => ({
    client: family.client,
    operation,
    action: `${family.prefix}:${operation}`,
    bucket: family.bucket,
    depth: 'default',
    batch: 1,
    ...options,
  });
}
