import { readAllows, statementsIn } from '../permissions/policy-statements';
import { textWithHoles } from '../text-with-holes';
import { pushTo, type App } from '../../cloudformation/app';
import { waitsForOneOf } from '../../cloudformation/creation-order';
import { memoize } from '../../cloudformation/memoize';
import type { Resource } from '../../cloudformation/template';
import { MAYBE_EXTENDED, usedByUnreadParts } from '../../cloudformation/unread-parts';
import type { Value } from '../../cloudformation/value';
import { allOf, anyOf, oneOrMore, outside, resourceIn } from '../../cloudformation/value-helpers';
import type { LogDeliveryFacts, LogKind } from '../../facts/balancer';
import { Unknown, type Fact } from '../../facts/fact';
import { overlaps } from '../../facts/wildcards';

const BUCKET = 'AWS::S3::Bucket';
const KINDS: readonly LogKind[] = ['access_logs', 'connection_logs', 'health_check_logs'];

/** Logs that a load balancer writes to a bucket. */
export function readLogDeliveries(balancer: Resource): Fact<readonly LogDeliveryFacts[]> {
  const items = balancer.properties.get('LoadBalancerAttributes').items();
  if (items instanceof Unknown) return items;
  const valueOf = (key: string): Value | undefined => items.find((item) => item.get('Key').text() === key)?.get('Value');
  const enabled = KINDS.filter((kind) => String(valueOf(`${kind}.s3.enabled`)?.text()) === 'true');
  return enabled.map((kind) => readDelivery(balancer, kind, valueOf(`${kind}.s3.bucket`), valueOf(`${kind}.s3.prefix`)));
}

function readDelivery(balancer: Resource, kind: LogKind, named: Value | undefined, prefix: Value | undefined): LogDeliveryFacts {
  const bucket = named && bucketOf(balancer.template.app, named);
  if (!named || !bucket) {
    const unknown = new Unknown(named ? outside(named) : 'there is no bucket');
    return { kind, hasBucket: named?.isSet() ?? false, mayWrite: unknown, isAwaited: unknown, usesKms: unknown, namesKey: unknown };
  }
  const policies = policiesOf(bucket);
  const isOpen = usedByUnreadParts(balancer.template.app).has(bucket);
  const mayWrite = policies.length === 0 && isOpen ? new Unknown(MAYBE_EXTENDED) : anyOf(policies.map((policy) => allows(policy, balancer, prefix)));
  const own = policies.filter(({ template }) => template === balancer.template);
  return {
    kind,
    hasBucket: true,
    mayWrite,
    isAwaited: own.length === 0 || waitsForOneOf(balancer, new Set(own)),
    usesKms: anyOfRules(bucket, (rule) => startsWith(rule.get('SSEAlgorithm'), 'aws:kms')),
    namesKey: anyOfRules(bucket, (rule) => namesKey(rule.get('KMSMasterKeyID'))),
  };
}

function bucketOf(app: App, value: Value): Resource | undefined {
  const name = value.text();
  if (typeof name !== 'string') return resourceIn(value, BUCKET);
  const named = app.ofType(BUCKET).filter(({ properties }) => properties.get('BucketName').text() === name);
  return named.length === 1 ? named[0] : undefined;
}

function policiesOf(bucket: Resource): readonly Resource[] {
  return policiesByBucket(bucket.template.app).get(bucket) ?? [];
}

const policiesByBucket = memoize((app: App) => {
  const found = new Map<Resource, Resource[]>();
  for (const policy of app.ofType('AWS::S3::BucketPolicy')) {
    const bucket = bucketOf(app, policy.properties.get('Bucket'));
    if (bucket) pushTo(found, bucket, policy);
  }
  return found;
});

function anyOfRules({ properties }: Resource, is: (rule: Value) => Fact<boolean>): Fact<boolean> {
  const rules = properties.at('BucketEncryption', 'ServerSideEncryptionConfiguration').items();
  return rules instanceof Unknown ? rules : anyOf(rules.map((rule) => is(rule.get('ServerSideEncryptionByDefault'))));
}

function startsWith(value: Value, begin: string): Fact<boolean> {
  const text = value.text();
  return text instanceof Unknown ? text : text?.startsWith(begin) ?? false;
}

function namesKey(key: Value): Fact<boolean> {
  const isSet = key.isSet();
  if (isSet !== true) return isSet;
  const last = key.pieces().at(-1);
  return typeof last !== 'string' || !last.endsWith('alias/aws/s3');
}

function allows({ properties }: Resource, balancer: Resource, prefix: Value | undefined): Fact<boolean> {
  const document = properties.get('PolicyDocument').document();
  const statements = document instanceof Unknown ? document : statementsIn(document);
  if (statements instanceof Unknown) return statements;
  const isNetwork = balancer.properties.get('Type').text() === 'network';
  return anyOf(statements.map((statement) => allOf([
    readAllows(statement, 's3:PutObject'), isForDelivery(statement, isNetwork), isForPath(statement.get('Resource'), prefix),
  ])));
}

/** The principals that deliver logs: for an Application Load Balancer an account of Elastic Load Balancing, or its service. */
function isForDelivery(statement: Value, isNetwork: boolean): Fact<boolean> {
  if (statement.get('NotPrincipal').isSet() !== false) return new Unknown('a statement of the policy excludes some');
  const principal = statement.get('Principal');
  const accounts = oneOrMore(principal.get('AWS'));
  if (principal.text() === '*' || accounts.includes('*')) return true;
  const services = oneOrMore(principal.get('Service')).map((name) => name instanceof Unknown ? name : (isNetwork ? /^delivery\.logs\./ : /^logdelivery\./).test(name));
  // The account of the stack is not the one that delivers.
  const isOwn = JSON.stringify(principal.get('AWS').json ?? '').includes('AWS::AccountId');
  return anyOf([...services, !isNetwork && principal.get('AWS').isSet() !== false && !isOwn]);
}

function isForPath(resource: Value, prefix: Value | undefined): Fact<boolean> {
  const begin = prefix ? textWithHoles(prefix) : '';
  if (begin instanceof Unknown) return begin;
  const wanted = `${begin === '' ? '' : `${begin}/`}AWSLogs/*`;
  const items = resource.items();
  return anyOf((items instanceof Unknown ? [resource] : items).map((item) => {
    // The bucket itself is none of its objects.
    if (resourceIn(item, BUCKET)) return false;
    const pattern = textWithHoles(item);
    if (pattern instanceof Unknown) return pattern;
    const slash = pattern.indexOf('/');
    return slash < 0 ? pattern.endsWith('*') : overlaps(pattern.slice(slash + 1), wanted);
  }));
}
