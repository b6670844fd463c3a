import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Protocol } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import type { Duration } from 'aws-cdk-lib/core';
import * as fc from 'fast-check';
import { NetworkIngress } from '../../src';
import { ofType } from './support/invariants';
import { propertiesOf } from './support/properties-of';
import type { Breakage } from './support/refuses';
import { inSeconds, notAPort, notSeconds, port, seconds } from './support/scalars';
import { smallBridgeWorker, smallWorker } from './support/small';
import type { Subject } from './support/subject';

interface ListenerCase {
  readonly port: number;
  readonly mode: 'TCP' | 'TLS' | 'TCP_UDP';
  readonly containerPort?: number;
  readonly deregistrationDelay?: Duration;
  readonly interval?: Duration;
}

interface Case {
  readonly platform: 'Fargate' | 'bridge';
  readonly listeners: readonly ListenerCase[];
  readonly allowFrom?: readonly string[];
  readonly internal?: boolean;
  readonly crossZoneEnabled?: boolean;
  readonly deletionProtection?: boolean;
}

const listener: fc.Arbitrary<ListenerCase> = fc.record({
  port,
  mode: fc.constantFrom<ListenerCase['mode'][]>('TCP', 'TLS', 'TCP_UDP'),
  containerPort: port,
  deregistrationDelay: seconds(0, 3600),
  interval: seconds(5, 300),
}, { requiredKeys: ['port', 'mode'] });

const cases: fc.Arbitrary<Case> = fc.record({
  platform: fc.constantFrom<Case['platform'][]>('Fargate', 'bridge'),
  listeners: fc.uniqueArray(listener, { minLength: 1, maxLength: 3, selector: ({ port: number }) => number })
    .filter((all) => new Set(all.map(({ port: number, containerPort = number }) => containerPort)).size === all.length),
  allowFrom: fc.uniqueArray(fc.constantFrom('10.0.0.0/8', '203.0.113.7/32'), { maxLength: 2 }),
  internal: fc.boolean(),
  crossZoneEnabled: fc.boolean(),
  deletionProtection: fc.boolean(),
}, { requiredKeys: ['platform', 'listeners'] });

const network: Subject<Case> = {
  build: (scope, id, { platform, listeners, allowFrom, ...options }, world, given) => new NetworkIngress(scope, id, {
    ...options,
    service: platform === 'bridge' ? smallBridgeWorker(given, world) : smallWorker(given, world),
    allowFrom: allowFrom?.map((range) => ec2.Peer.ipv4(range)),
    listeners: listeners.map(({ mode, interval, ...one }) => ({
      ...one, protocol: Protocol[mode], certificates: mode === 'TLS' ? [world.certificate] : undefined, healthCheck: { interval },
    })),
  }),
  holds: (resources, { platform, listeners }) => {
    const groups = ofType(resources, 'AWS::ElasticLoadBalancingV2::TargetGroup');
    expect(groups.map(({ Properties }) => Properties.TargetType)).toEqual(listeners.map(() => (platform === 'bridge' ? 'instance' : 'ip')));
    expect(ofType(resources, 'AWS::ElasticLoadBalancingV2::Listener')).toHaveLength(listeners.length);
    const [service] = ofType(resources, 'AWS::ECS::Service');
    expect(service.Properties.LoadBalancers.map(({ TargetGroupArn }: any) => TargetGroupArn.Ref)).toEqual(groups.map(({ logicalId }) => logicalId));
  },
};

const first = (valid: Case, change: Partial<ListenerCase>): Partial<Case> => ({ listeners: [{ port: 1, mode: 'TCP', ...change }, ...valid.listeners.slice(2)] });

const BROKEN: readonly Breakage<Case>[] = [
  (valid) => notAPort.map((bad) => ({ rule: 'no port', one: { ...valid, ...first(valid, { port: bad }) }, says: ['listeners[0].port', String(bad)] })),
  (valid) => notAPort.map((bad) => ({ rule: 'no container port', one: { ...valid, ...first(valid, { containerPort: bad }) }, says: ['listeners[0].containerPort', String(bad)] })),
  (valid) => notSeconds(0, 3600).map((bad) => ({ rule: 'delay', one: { ...valid, ...first(valid, { deregistrationDelay: bad }) }, says: ['deregistrationDelay', inSeconds(bad)] })),
  (valid) => notSeconds(5, 300).map((bad) => ({ rule: 'interval', one: { ...valid, ...first(valid, { interval: bad }) }, says: ['healthCheck.interval', inSeconds(bad)] })),
  (valid) => fc.constant({ rule: 'no listener', one: { ...valid, listeners: [] }, says: ['listeners', '0'] }),
  (valid) => fc.constant({
    rule: 'one port twice', one: { ...valid, listeners: [{ port: 5, mode: 'TCP' as const }, { port: 5, mode: 'TLS' as const }] }, says: ['listeners[1].port', '5/tcp', 'listeners[0]'],
  }),
];

propertiesOf('NetworkIngress', network, cases, BROKEN);
