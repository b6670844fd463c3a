import type { Duration } from 'aws-cdk-lib/core';
import * as fc from 'fast-check';
import { options, port, seconds } from './scalars';
import type { ServiceCase } from './service-cases';
import type { RequestConditions } from '../../../src';

interface LoadBalancerCase {
  readonly allowFrom?: readonly string[];
  readonly idleTimeout?: Duration;
  readonly deletionProtection?: boolean;
  readonly targetProtocol?: 'HTTP' | 'HTTPS';
  readonly stickinessCookieDuration?: Duration;
  readonly webAclArn?: string;
}

/** An ingress in plain data. */
export type IngressCase =
  | { readonly kind: 'publicHttp' | 'internalHttp' } & LoadBalancerCase
  | { readonly kind: 'publicHttps' | 'internalHttps'; readonly domainName: string; readonly hostedZone: boolean; readonly certificate: boolean } & LoadBalancerCase
  | { readonly kind: 'existingListener'; readonly imported: boolean; readonly priority: number; readonly hostNames?: string[]; readonly pathPatterns?: string[] }
  | { readonly kind: 'shared'; readonly priority?: number } & RequestConditions
  | { readonly kind: 'existingTargetGroup'; readonly imported: boolean };

export interface TargetHealthCheckCase {
  readonly path?: string;
  readonly interval?: Duration;
  readonly timeout?: Duration;
  readonly healthyThresholdCount?: number;
  readonly unhealthyThresholdCount?: number;
}

/** Options of a web service beside those of every service. */
export interface WebCase {
  readonly ingress: IngressCase;
  readonly containerPort?: number;
  readonly targetContainerName?: string;
  /** Instead of `containerPort`: one of those that the target container has. */
  readonly nth?: number;
  readonly targetHealthCheck?: TargetHealthCheckCase;
  readonly healthCheckGracePeriod?: Duration;
  readonly deregistrationDelay?: Duration;
}

const loadBalancer = {
  allowFrom: fc.uniqueArray(fc.constantFrom('10.0.0.0/8', '192.168.0.0/16', '203.0.113.7/32'), { maxLength: 2 }),
  idleTimeout: seconds(1, 4000),
  deletionProtection: fc.boolean(),
  targetProtocol: fc.constantFrom<'HTTP' | 'HTTPS'>('HTTP', 'HTTPS'),
  stickinessCookieDuration: seconds(1, 604800),
  webAclArn: fc.constant('arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/shop/12345678'),
};

/** HTTPS needs a certificate: one that is passed, or one that is validated in the hosted zone. */
const https = fc.record({
  kind: fc.constantFrom('publicHttps', 'internalHttps'),
  domainName: fc.stringMatching(/^[a-z]{1,10}\.example\.com$/),
  hostedZone: fc.boolean(),
  certificate: fc.boolean(),
  ...loadBalancer,
}, { requiredKeys: ['kind', 'domainName', 'hostedZone', 'certificate'] }).filter(({ hostedZone, certificate }) => hostedZone || certificate);

const host = fc.stringMatching(/^(\*\.)?[a-z]{1,8}\.example\.com$/);
const path = fc.stringMatching(/^\/[a-z]{1,8}(\/\*)?$/);

/** A rule compares with one to five values. */
const existingListener = fc.record({
  kind: fc.constant('existingListener' as const),
  imported: fc.boolean(),
  priority: fc.integer({ min: 1, max: 50000 }),
  hostNames: fc.uniqueArray(host, { maxLength: 3 }),
  pathPatterns: fc.uniqueArray(path, { maxLength: 2 }),
}, { requiredKeys: ['kind', 'imported', 'priority'] })
  .filter(({ hostNames = [], pathPatterns = [] }) => hostNames.length + pathPatterns.length > 0);

/** Each kind of condition, with one value at most: five kinds are as many as a rule compares with. */
const shared = fc.record({
  kind: fc.constant('shared' as const),
  priority: fc.integer({ min: 1, max: 50000 }),
  hostNames: fc.array(host, { minLength: 1, maxLength: 1 }),
  headers: fc.dictionary(fc.stringMatching(/^X-[A-Z]{1,8}$/), fc.array(fc.stringMatching(/^[a-z0-9]{1,8}$/), { minLength: 1, maxLength: 1 }), { maxKeys: 1 }),
  methods: fc.array(fc.constantFrom('GET', 'POST'), { minLength: 1, maxLength: 1 }),
  sourceIps: fc.array(fc.constantFrom('192.0.2.0/24', '2001:db8::/32'), { minLength: 1, maxLength: 1 }),
  queryStrings: fc.array(fc.record({ key: fc.constant('v'), value: fc.stringMatching(/^[a-z0-9]{1,8}$/) }, { requiredKeys: ['value'] }), { minLength: 1, maxLength: 1 }),
}, { requiredKeys: ['kind', 'hostNames'] });

export const ingress: fc.Arbitrary<IngressCase> = fc.oneof(
  fc.record({ kind: fc.constantFrom('publicHttp', 'internalHttp'), ...loadBalancer }, { requiredKeys: ['kind'] }),
  https,
  existingListener,
  shared,
  fc.record({ kind: fc.constant('existingTargetGroup' as const), imported: fc.boolean() }),
);

const healthPath = fc.stringMatching(/^\/[a-z0-9/]{0,20}$/); // Made once: making it takes longer than the rest of a case.

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html; the timeout is the shorter one. */
const targetHealthCheck: fc.Arbitrary<TargetHealthCheckCase> = fc.integer({ min: 6, max: 300 }).chain((interval) => fc.record({
  path: healthPath,
  interval: seconds(interval, interval),
  timeout: seconds(2, Math.min(120, interval - 1)),
  healthyThresholdCount: fc.integer({ min: 2, max: 10 }),
  unhealthyThresholdCount: fc.integer({ min: 2, max: 10 }),
}, { requiredKeys: ['interval', 'timeout'] }));

/** Adds a way in to a service: traffic goes to the main container, or to a sidecar on one of its ports. */
export function web<T extends ServiceCase>(services: fc.Arbitrary<T>): fc.Arbitrary<T & WebCase> {
  return services.chain((service) => fc.tuple(target(service), ingress, options<Omit<WebCase, 'ingress' | 'containerPort'>>({
    targetHealthCheck,
    healthCheckGracePeriod: seconds(300, 7200),
    deregistrationDelay: seconds(0, 3600),
  })).map(([traffic, way, rest]) => ({ ...service, ...rest, ...(way.kind === 'existingTargetGroup' ? OF_THE_TARGET_GROUP : {}), ingress: way, ...traffic })));
}

/** A target group made elsewhere has these already. */
const OF_THE_TARGET_GROUP = { targetHealthCheck: undefined, deregistrationDelay: undefined };

function target({ containers: [main, ...sidecars] }: ServiceCase): fc.Arbitrary<Pick<WebCase, 'containerPort' | 'targetContainerName' | 'nth'>> {
  const taken = [main, ...sidecars].flatMap(({ containerPorts }) => containerPorts);
  const free = port.filter((number) => !taken.includes(number));
  const toMain = fc.record({
    containerPort: free, targetContainerName: fc.constantFrom(undefined, main.containerName),
  });
  const toSidecar = sidecars.flatMap(({ containerName, containerPorts }) => containerPorts.map((_, nth) => (
    { nth, targetContainerName: containerName })));
  return toSidecar.length > 0 ? fc.oneof(toMain, fc.constantFrom(...toSidecar)) : toMain;
}
