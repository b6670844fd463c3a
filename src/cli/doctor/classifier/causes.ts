/** A number that stands by itself: neither part of an id nor of an address. */
const status = (code: string): string => `(?<![\\w.:-])${code}(?![\\w.-])`;

/** The name of a host leads nowhere. */
export const NO_SUCH_HOST = /no such host|server misbehaving|lookup \S+ .*(?:i\/o time|read udp)|temporary failure in name resolution/i;

/** No answer came. AWS cuts its texts, so the beginning of a word has to do. */
export const NO_ANSWER = /context (?:dead|cancel)|requestcancel|request cancel|i\/o time|timed? ?out|timeout exceeded|connection (?:issue|refused|reset)|network is unreachable|no route to host|dial tcp|send request failed|signal: killed|statuscode: 0\b|unexpected eof|(?::|…) eof\b/i;

/** The answer was that there are too many requests. */
export const TOO_MANY = new RegExp(`toomanyrequests|too many requests|${status('429')}|rate exceeded|throttl|pull rate limit|requestlimitexceeded`, 'i');

/** The answer was no: the caller is not allowed, or not known. */
export const REFUSED = new RegExp(`not authorized|access ?denied|unauthorizedoperation|authfailure|pull access denied|\\bdenied: |access to the resource is denied|: denied\\b|unauthorized|forbidden|no basic auth|insufficient_scope|authentication required|authorization failed|${status('40[13]')}`, 'i');

/** The answer was that there is no such thing. */
export const NOT_THERE = new RegExp(`not ?found|does ?n[o']t exist|no such|(?:manifest|blob) unknown|name unknown|can't find|cannot find|invalid (?:ssm )?parameters?\\b|${status('404')}`, 'i');

/** A proxy between both ends shows a certificate of its own, or the other end has a bad one. */
export const BAD_CERTIFICATE = /x509:|certificate (?:signed by unknown|has expired|verify failed|is not trusted)|HTTP response to HTTPS client/i;

/** The peer failed. */
export const FAULT_OF_THEIRS = new RegExp(`${status('50[0234]')}|internal server error|bad gateway|service unavailable`, 'i');

/** A key that is there, and that is off. */
export const UNUSABLE_KEY = /KMSInvalidState|pending (?:deletion|import)|(?:key|…) is disabled/i;

/** The caller has no credentials at all. */
export const NO_CREDENTIALS = /nocredentialproviders|no valid providers|credentialsendpoint|credential_source|failed to load credentials|failed to refresh cached credentials|no EC2 IMDS role found|unable to locate credentials/i;

/** The ARN of a file in S3 is malformed. */
export const NO_S3_ARN = /parse bucket and key|invalid s3 arn/i;

export const NO_SPACE = /no space left|not enough (?:free )?space|thin pool has|disk quota exceeded/i;

/** The storage of an old Docker failed. */
export const DEVICE_MAPPER = /devicemapper|devmapper|dm_task_run/i;
