import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type { Duration } from 'aws-cdk-lib/core';
import * as fc from 'fast-check';
import { LatticeIngress, LatticeProtocol } from '../../src';
import { ofType, only } from './support/invariants';
import { propertiesOf } from './support/properties-of';
import type { Breakage } from './support/refuses';
import { inSeconds, notAPort, notSeconds, options, port, seconds } from './support/scalars';
import { smallWorker } from './support/small';
import type { Subject } from './support/subject';

interface Case {
  readonly containerPorts: number[];
  /** Protocol of the clients. */
  readonly mode: 'HTTP' | 'HTTPS';
  readonly targetProtocol: 'HTTP' | 'HTTPS';
  readonly containerPort?: number;
  readonly listenerPort?: number;
  readonly healthCheckGracePeriod?: Duration;
  readonly interval?: Duration;
  readonly timeout?: Duration;
  readonly path?: string;
}

const lattice: Subject<Case> = {
  build: (scope, id, { containerPorts, mode, targetProtocol, interval, timeout, path, ...props }, world, given) => new LatticeIngress(scope, id, {
    ...props,
    service: smallWorker(given, world, { containerPorts }),
    prefixList: ec2.Peer.prefixList('pl-0123456789abcdef0'),
    listenerProtocol: LatticeProtocol[mode],
    targetProtocol: LatticeProtocol[targetProtocol],
    healthCheck: { interval, timeout, path },
  }),
  holds: (resources, { mode, targetProtocol }) => {
    const group = only(ofType(resources, 'AWS::VpcLattice::TargetGroup'));
    expect(group.Properties).toMatchObject({ Type: 'IP', Config: { Protocol: targetProtocol, HealthCheck: { Enabled: true } } });
    expect(only(ofType(resources, 'AWS::VpcLattice::Listener')).Properties.Protocol).toBe(mode);
    const { Properties } = only(ofType(resources, 'AWS::ECS::Service'));
    const { PortName, TargetGroupArn } = only<any>(Properties.VpcLatticeConfigurations);
    expect(TargetGroupArn).toEqual({ 'Fn::GetAtt': [group.logicalId, 'Arn'] });
    const [{ PortMappings }] = only(ofType(resources, 'AWS::ECS::TaskDefinition')).Properties.ContainerDefinitions;
    const named = only<any>(PortMappings.filter(({ Name }: any) => Name === PortName));
    expect(named.ContainerPort).toEqual(group.Properties.Config.Port);
    expect(Properties.HealthCheckGracePeriodSeconds).toBeDefined();
  },
};

const cases: fc.Arbitrary<Case> = fc.tuple(
  fc.record({
    containerPorts: fc.uniqueArray(port, { minLength: 1, maxLength: 3 }),
    mode: fc.constantFrom<Case['mode'][]>('HTTP', 'HTTPS'),
    targetProtocol: fc.constantFrom<Case['mode'][]>('HTTP', 'HTTPS'),
  }),
  options<Pick<Case, 'listenerPort' | 'healthCheckGracePeriod' | 'interval' | 'timeout' | 'path'>>({
    listenerPort: port,
    healthCheckGracePeriod: seconds(0, 2147483647),
    interval: seconds(5, 300),
    timeout: seconds(1, 120),
    path: fc.constantFrom('/', '/health', '/health?deep=1'),
  }),
).map(([needed, rest]) => ({ ...needed, ...rest }));

const BROKEN: readonly Breakage<Case>[] = [
  (valid) => notAPort.map((bad) => ({ rule: 'no container port', one: { ...valid, containerPort: bad }, says: ['containerPort', String(bad)] })),
  (valid) => notAPort.map((bad) => ({ rule: 'no listener port', one: { ...valid, listenerPort: bad }, says: ['listenerPort', String(bad)] })),
  (valid) => notSeconds(5, 300).map((bad) => ({ rule: 'interval', one: { ...valid, interval: bad }, says: ['healthCheck.interval', inSeconds(bad)] })),
  (valid) => notSeconds(1, 120).map((bad) => ({ rule: 'timeout', one: { ...valid, timeout: bad }, says: ['healthCheck.timeout', inSeconds(bad)] })),
  (valid) => fc.constantFrom('', 'health', '/a b').map((bad) => ({ rule: 'no path', one: { ...valid, path: bad }, says: ['healthCheck.path', bad] })),
];

propertiesOf('LatticeIngress', lattice, cases, BROKEN);
