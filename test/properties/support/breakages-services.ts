import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Duration } from 'aws-cdk-lib/core';
import * as fc from 'fast-check';
import { withMain } from './breakages-containers';
import type { Breakage } from './refuses';
import { inSeconds, notAnEcsName, notAPort, notSeconds, notWithin } from './scalars';
import type { DeploymentCase, ServiceCase } from './service-cases';
import type { FargateCase, TaskCase } from './task-cases';
import type { IngressCase, TargetHealthCheckCase, WebCase } from './web-cases';

/** Sets one property to one of the values; the message names both. */
export function sets<C>(property: keyof C & string, values: fc.Arbitrary<C[keyof C]>): Breakage<C> {
  return (valid) => values.map((value) => ({
    rule: `${property} out of range`,
    one: { ...valid, [property]: value },
    says: [property, value instanceof Duration ? inSeconds(value) : String(value)],
  }));
}

export const BROKEN_TASK: readonly Breakage<TaskCase>[] = [
  sets('family', notAnEcsName),
];

export const BROKEN_FARGATE: readonly Breakage<FargateCase>[] = [
  sets('ephemeralStorageGiB', notWithin(21, 200)),
  (valid) => fc.constantFrom({ cpu: 300, memoryMiB: 512 }, { cpu: 0, memoryMiB: 512 }).map((size) => ({
    rule: 'cpu that Fargate does not sell', one: { ...valid, size }, says: ['cpu', String(size.cpu), '256'],
  })),
  (valid) => fc.constantFrom({ cpu: 256, memoryMiB: 4096 }, { cpu: 1024, memoryMiB: 1024 }).map((size) => ({
    rule: 'memory that is not available with the cpu', one: { ...valid, size }, says: ['memoryMiB', String(size.memoryMiB), '2048'],
  })),
  (valid) => fc.constant({ platform: 'WINDOWS_SERVER_2022_CORE/X86_64' as const, size: { cpu: 256, memoryMiB: 512 } }).map((windows) => ({
    rule: 'Windows is not sold that small', one: { ...valid, ...windows }, says: ['cpu', '256'],
  })),
];

/** Rules for what Fargate runs as a service. */
export const BROKEN_FARGATE_NETWORK: readonly Breakage<TaskCase & FargateCase>[] = [
  (valid) => fc.constant({
    rule: 'a platform version that is gone',
    one: { ...valid, platform: undefined, platformVersion: ecs.FargatePlatformVersion.VERSION1_3 },
    says: ['platformVersion', '1.3.0'],
  }),
];

/** More security groups than ECS allows, where tasks have a network interface of their own. */
export const BROKEN_NETWORK: readonly Breakage<TaskCase>[] = [
  (valid) => fc.constant({
    rule: 'six security groups', one: { ...valid, securityGroups: ['sg-1', 'sg-2', 'sg-3', 'sg-4', 'sg-5', 'sg-6'] }, says: ['securityGroups', '6'],
  }),
];

type Deployed = Pick<ServiceCase, 'desiredCount' | 'deployment'>;

/** Desired tasks with the two percentages. */
const DEADLOCKS = fc.constantFrom([1, 100, 150], [1, 100, 100], [3, 100, 120], [2, 80, 149]);

export const BROKEN_DEPLOYMENT: readonly Breakage<Deployed>[] = [
  deploys({ minHealthyPercent: fc.constantFrom(-1, 101, 50.5) }),
  deploys({ maxHealthyPercent: fc.constantFrom(0, 99, 150.5, -200) }),
  (valid) => DEADLOCKS.map(([desiredCount, minHealthyPercent, maxHealthyPercent]) => ({
    rule: 'no room to deploy',
    one: { ...valid, desiredCount, deployment: { minHealthyPercent, maxHealthyPercent } },
    says: ['maxHealthyPercent', String(minHealthyPercent), String(maxHealthyPercent)],
  })),
];

export const BROKEN_SERVICE: readonly Breakage<ServiceCase>[] = [
  sets('serviceName', notAnEcsName),
  sets('desiredCount', fc.constantFrom(-1, 1.5, 2147483648, NaN, Infinity)),
  ...BROKEN_DEPLOYMENT,
];

function deploys(change: { [K in 'minHealthyPercent' | 'maxHealthyPercent']?: fc.Arbitrary<number> }): Breakage<Deployed> {
  const [[property, values]] = Object.entries(change);
  return (valid) => values.map((value) => ({
    rule: `${property} out of range`, one: { ...valid, deployment: { [property]: value } as DeploymentCase }, says: [property, String(value)],
  }));
}

type Web = ServiceCase & WebCase;

/** With a load balancer of its own, so that nothing stands in the way of the property. */
const OWN: Pick<WebCase, 'ingress' | 'targetHealthCheck' | 'deregistrationDelay'> = { ingress: { kind: 'publicHttp' } };

function ofWeb(rule: string, change: (valid: Web) => Partial<Web>, ...says: string[]): Breakage<Web> {
  return (valid) => fc.constant({ rule, one: { ...valid, ...OWN, ...change(valid) }, says });
}

function checksTarget(property: keyof TargetHealthCheckCase, values: fc.Arbitrary<unknown>): Breakage<Web> {
  return (valid) => values.map((value) => ({
    rule: `${property} of the target health check`,
    one: { ...valid, ...OWN, targetHealthCheck: { [property]: value } },
    says: [`targetHealthCheck.${property}`, value instanceof Duration ? inSeconds(value) : String(value)],
  }));
}

const NO_CONDITION = fc.constantFrom<{ hostNames?: string[]; pathPatterns?: string[] }>({}, { hostNames: [] }, { hostNames: [], pathPatterns: [] });

export const BROKEN_INGRESS: readonly Breakage<WebCase>[] = [
  (valid) => notWithin(1, 50000).map((priority) => ({
    rule: 'priority out of range', one: { ...valid, ingress: listener({ priority, pathPatterns: ['/'] }) }, says: ['priority', String(priority)],
  })),
  (valid) => NO_CONDITION.map((nothing) => ({
    rule: 'no condition', one: { ...valid, ingress: listener(nothing) }, says: ['hostNames', 'pathPatterns'],
  })),
  (valid) => fc.integer({ min: 0, max: 6 }).map((hosts) => ({
    rule: 'six conditions',
    one: {
      ...valid,
      ingress: listener({
        hostNames: Array.from({ length: hosts }, (_, index) => `h${index}.example.com`),
        pathPatterns: Array.from({ length: 6 - hosts }, (_, index) => `/p${index}`),
      }),
    },
    says: hosts === 0 ? ['6 pathPatterns', '5'] : [`${hosts} hostNames`, '5'],
  })),
  (valid) => fc.tuple(fc.constantFrom('publicHttps' as const, 'internalHttps' as const)).map(([kind]) => ({
    rule: 'HTTPS without a certificate',
    one: { ...valid, ...OWN, ingress: { kind, domainName: 'a.example.com', hostedZone: false, certificate: false } },
    says: ['certificate', 'hostedZone'],
  })),
  (valid) => notSeconds(1, 4000).map((idleTimeout) => ({
    rule: 'idle timeout out of range', one: { ...valid, ingress: { kind: 'internalHttp', idleTimeout } }, says: ['idleTimeout', inSeconds(idleTimeout)],
  })),
  (valid) => fc.boolean().map((imported) => ({
    rule: 'a wish for a target group that is there already',
    one: { ...valid, ingress: { kind: 'existingTargetGroup', imported }, deregistrationDelay: Duration.seconds(7), targetHealthCheck: undefined },
    says: ['deregistrationDelay'],
  })),
];

export const BROKEN_WEB: readonly Breakage<Web>[] = [
  ...BROKEN_INGRESS,
  (valid) => notAPort.map((bad) => ({
    rule: 'no port', one: { ...valid, ...OWN, containerPort: bad, targetContainerName: undefined }, says: ['containerPort', String(bad)],
  })),
  ofWeb('traffic for a container that is not there', () => ({ containerPort: 4242, targetContainerName: 'nobody', healthCheckGracePeriod: undefined }), 'targetContainerName', 'nobody'),
  (valid) => notSeconds(0, 3600).map((deregistrationDelay) => ({
    rule: 'deregistrationDelay out of range', one: { ...valid, ...OWN, targetHealthCheck: undefined, deregistrationDelay }, says: ['deregistrationDelay', inSeconds(deregistrationDelay)],
  })),
  checksTarget('interval', notSeconds(5, 300)),
  checksTarget('timeout', notSeconds(2, 120)),
  checksTarget('healthyThresholdCount', notWithin(2, 10)),
  checksTarget('unhealthyThresholdCount', notWithin(2, 10)),
  checksTarget('path', fc.constantFrom('', 'health', `/${'x'.repeat(1024)}`)),
  ofWeb('a check that takes longer than the next one', () => ({ targetHealthCheck: { interval: Duration.seconds(20), timeout: Duration.seconds(20) } }), 'targetHealthCheck.timeout', '20'),
  (valid) => fc.constant({
    rule: 'grace shorter than the start',
    one: {
      ...withMain(valid, { healthCheck: { command: ['true'], startPeriod: Duration.seconds(100) } }), ...OWN, healthCheckGracePeriod: Duration.seconds(99),
    },
    says: ['healthCheckGracePeriod', '99', '100'],
  }),
];

function listener(options: Partial<Extract<IngressCase, { kind: 'existingListener' }>>): IngressCase {
  return { kind: 'existingListener', imported: false, priority: 1, ...options };
}
