import { HttpNamespace } from 'aws-cdk-lib/aws-servicediscovery';
import * as fc from 'fast-check';
import { NetworkIngress, ServiceConnectDiscovery } from '../../src';
import { ofType, only } from './support/invariants';
import { propertiesOf } from './support/properties-of';
import type { Breakage } from './support/refuses';
import { BROKEN_SHIFT, shiftCases, shifting, type ShiftCase } from './support/shift-cases';
import { smallWorker } from './support/small';
import type { Subject } from './support/subject';
import type { Resources } from './support/world';

/** A worker whose traffic a Network Load Balancer brings, or Service Connect. */
interface WorkerCase extends ShiftCase {
  readonly meshed: boolean;
}

const STRATEGIES = { blueGreen: 'BLUE_GREEN', linear: 'LINEAR', canary: 'CANARY' };

const shifted: Subject<WorkerCase> = {
  build: (scope, id, { meshed, ...one }, world, given) => {
    const service = smallWorker(given, world, { containerPorts: [80], deployment: shifting(given, one) });
    if (!meshed) {
      new NetworkIngress(scope, id, { service, listeners: [{ port: 80 }, { port: 81, containerPort: 80 }] });
      return;
    }
    const namespace = new HttpNamespace(given, 'Namespace', { name: 'shop' });
    new ServiceConnectDiscovery(scope, id, { service, namespace, endpoints: [{ name: 'worker' }] });
  },
  holds: (resources, { meshed, kind, header, port }) => {
    const { DeploymentConfiguration, ...service } = only(ofType(resources, 'AWS::ECS::Service')).Properties;
    expect(DeploymentConfiguration.Strategy).toBe(STRATEGIES[kind]);
    expect(DeploymentConfiguration).toHaveProperty('BakeTimeInMinutes');
    if (meshed) holdsOfEndpoint(service, header);
    else holdsOfListeners(resources, service.LoadBalancers, port);
  },
};

function holdsOfListeners(resources: Resources, loadBalancers: any[], port: unknown): void {
  expect(loadBalancers).toHaveLength(2);
  loadBalancers.forEach(({ TargetGroupArn, AdvancedConfiguration: { AlternateTargetGroupArn, ProductionListenerRule, TestListenerRule } }, index) => {
    const [blue, green] = [TargetGroupArn, AlternateTargetGroupArn].map(({ Ref }) => resources[Ref].Properties);
    expect(green).toEqual(blue);
    expect(TestListenerRule !== undefined).toBe(port !== undefined && index === 0);
    for (const { Ref } of [ProductionListenerRule, ...(TestListenerRule ? [TestListenerRule] : [])]) {
      expect(only<any>(resources[Ref].Properties.DefaultActions).ForwardConfig.TargetGroups)
        .toEqual([{ TargetGroupArn, Weight: 100 }, { TargetGroupArn: AlternateTargetGroupArn, Weight: 0 }]);
    }
  });
}

function holdsOfEndpoint(service: any, header: unknown): void {
  expect(service.LoadBalancers ?? []).toEqual([]);
  const { TestTrafficRules } = only<any>(only<any>(service.ServiceConnectConfiguration.Services).ClientAliases);
  expect(TestTrafficRules !== undefined).toBe(header !== undefined);
}

/** Deployments where ECS waits for a load balancer, no longer than 36 hours; test traffic uses the marker that each supports. */
const cases: fc.Arbitrary<WorkerCase> = fc.tuple(shiftCases, fc.boolean(), fc.integer({ min: 1024, max: 65535 }))
  .map(([{ header, ...one }, meshed, port]) => (meshed
    ? { ...one, meshed, ...(header ? { header: { ...header, values: header.values.slice(0, 1) } } : {}) }
    : { ...one, meshed, ...(one.bakeMinutes === undefined ? {} : { bakeMinutes: Math.min(one.bakeMinutes, 400) }), ...(header ? { port } : {}) }));

const BROKEN: readonly Breakage<WorkerCase>[] = [
  ...BROKEN_SHIFT as readonly Breakage<WorkerCase>[],
  (valid) => fc.constantFrom(80, 81).map((port) => ({
    rule: 'test traffic on the port of real traffic', one: { ...valid, meshed: false, header: undefined, port }, says: ['listeners[', `port is ${port}`],
  })),
  (valid) => fc.constantFrom(['a', 'b'], ['a*'], ['?']).map((values) => ({
    rule: 'values that proxies do not compare', one: { ...valid, meshed: true, port: undefined, header: { name: 'X', values } }, says: ['testTraffic', 'Service Connect'],
  })),
];

propertiesOf('Deployment that moves traffic of a worker', shifted, cases, BROKEN);
