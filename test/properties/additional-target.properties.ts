import type { Duration } from 'aws-cdk-lib/core';
import * as fc from 'fast-check';
import { AdditionalTarget, Ingress } from '../../src';
import { ofType, only } from './support/invariants';
import { propertiesOf } from './support/properties-of';
import type { Breakage } from './support/refuses';
import { inSeconds, notAPort, notSeconds, options, port, seconds } from './support/scalars';
import { smallBridgeWorker, smallWeb, smallWorker } from './support/small';
import type { Subject } from './support/subject';

interface Case {
  readonly platform: 'web' | 'worker' | 'bridge';
  readonly mode: 'public' | 'internal';
  readonly containerPort: number;
  readonly deregistrationDelay?: Duration;
  readonly interval?: Duration;
  readonly healthyThresholdCount?: number;
}

const additional: Subject<Case> = {
  build: (scope, id, { platform, mode, interval, healthyThresholdCount, ...props }, world, given) => new AdditionalTarget(scope, id, {
    ...props,
    service: platform === 'web' ? smallWeb(given, world) : platform === 'bridge' ? smallBridgeWorker(given, world) : smallWorker(given, world),
    ingress: mode === 'public' ? Ingress.publicHttp() : Ingress.internalHttp(),
    targetHealthCheck: { interval, healthyThresholdCount },
  }),
  holds: (resources, { platform, containerPort }) => {
    const groups = ofType(resources, 'AWS::ElasticLoadBalancingV2::TargetGroup').map(({ logicalId }) => logicalId);
    const { LoadBalancers, HealthCheckGracePeriodSeconds } = only(ofType(resources, 'AWS::ECS::Service')).Properties;
    expect(LoadBalancers.map(({ TargetGroupArn }: any) => TargetGroupArn.Ref).sort()).toEqual(groups.sort());
    expect(groups).toHaveLength(platform === 'web' ? 2 : 1);
    expect(HealthCheckGracePeriodSeconds).toBe(60);
    if (typeof LoadBalancers.at(-1).ContainerPort === 'number') expect(LoadBalancers.at(-1).ContainerPort).toBe(containerPort);
  },
};

const cases: fc.Arbitrary<Case> = fc.tuple(
  fc.record({
    platform: fc.constantFrom<Case['platform'][]>('web', 'worker', 'bridge'),
    mode: fc.constantFrom<Case['mode'][]>('public', 'internal'),
    containerPort: port,
  }),
  options<Pick<Case, 'deregistrationDelay' | 'interval' | 'healthyThresholdCount'>>({
    deregistrationDelay: seconds(0, 3600),
    interval: seconds(6, 300),
    healthyThresholdCount: fc.integer({ min: 2, max: 10 }),
  }),
).map(([needed, rest]) => ({ ...needed, ...rest }));

const BROKEN: readonly Breakage<Case>[] = [
  (valid) => notAPort.map((bad) => ({ rule: 'no port', one: { ...valid, containerPort: bad }, says: ['containerPort', String(bad)] })),
  (valid) => notSeconds(0, 3600).map((bad) => ({ rule: 'delay', one: { ...valid, deregistrationDelay: bad }, says: ['deregistrationDelay', inSeconds(bad)] })),
  (valid) => notSeconds(5, 300).map((bad) => ({ rule: 'interval', one: { ...valid, interval: bad }, says: ['targetHealthCheck.interval', inSeconds(bad)] })),
  (valid) => fc.constantFrom(1, 11, 2.5).map((bad) => ({ rule: 'count', one: { ...valid, healthyThresholdCount: bad }, says: ['targetHealthCheck.healthyThresholdCount', String(bad)] })),
];

propertiesOf('AdditionalTarget', additional, cases, BROKEN);
