import { FargateWebService, Ingress } from '../../src';
import { ofType, only } from './support/invariants';
import { propertiesOf } from './support/properties-of';
import { BROKEN_SHIFT, shiftCases, shifting, type ShiftCase } from './support/shift-cases';
import { IMAGE } from './support/small';
import type { Subject } from './support/subject';

const STRATEGIES = { blueGreen: 'BLUE_GREEN', linear: 'LINEAR', canary: 'CANARY' };

const shifted: Subject<ShiftCase> = {
  build: (scope, id, one, world, given) => {
    const deployment = shifting(given, one);
    new FargateWebService(scope, id, {
      ...world.shared, cluster: world.cluster, image: IMAGE, containerPort: 80, ingress: Ingress.internalHttp(), deployment,
    });
  },
  holds: (resources, { kind, header, hooks = [], alarms = [] }) => {
    const { DeploymentConfiguration, LoadBalancers } = only(ofType(resources, 'AWS::ECS::Service')).Properties;
    expect(DeploymentConfiguration.Strategy).toBe(STRATEGIES[kind]);
    expect(DeploymentConfiguration).not.toHaveProperty('DeploymentCircuitBreaker');
    expect(DeploymentConfiguration).toHaveProperty('BakeTimeInMinutes');
    expect(DeploymentConfiguration.LifecycleHooks ?? []).toHaveLength(hooks.length);
    expect(DeploymentConfiguration.Alarms?.AlarmNames ?? []).toHaveLength(alarms.length);

    const { TargetGroupArn, AdvancedConfiguration: { AlternateTargetGroupArn, ProductionListenerRule, TestListenerRule } } = only<any>(LoadBalancers);
    const [blue, green] = [TargetGroupArn, AlternateTargetGroupArn].map(({ Ref }) => resources[Ref].Properties);
    expect(green).toEqual(blue);
    expect(TestListenerRule !== undefined).toBe(header !== undefined);
    for (const rule of [ProductionListenerRule, ...(TestListenerRule ? [TestListenerRule] : [])]) {
      expect(only<any>(resources[rule.Ref].Properties.Actions).ForwardConfig.TargetGroups)
        .toEqual([{ TargetGroupArn, Weight: 100 }, { TargetGroupArn: AlternateTargetGroupArn, Weight: 0 }]);
    }
  },
};

propertiesOf('Deployment that moves traffic', shifted, shiftCases, BROKEN_SHIFT);
