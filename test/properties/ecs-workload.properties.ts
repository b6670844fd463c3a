import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as patterns from 'aws-cdk-lib/aws-ecs-patterns';
import type { Construct } from 'constructs';
import * as fc from 'fast-check';
import { CpuTargetScaling, EcsWorkload, MemoryTargetScaling, RequestCountTargetScaling, type IEcsWebWorkload, type IEcsWorkload } from '../../src';
import { scalesOnce } from './support/invariants';
import { propertiesOf } from './support/properties-of';
import type { Breakage } from './support/refuses';
import { BROKEN_SCALING, scaling, type ScalingCase } from './support/scaling-cases';
import { IMAGE } from './support/small';
import type { Subject } from './support/subject';
import type { World } from './support/world';

/** A service that was made without this library, and what is attached to it. */
interface PlainCase extends ScalingCase {
  readonly kind: 'FargateService' | 'Ec2Service' | 'ApplicationLoadBalancedFargateService' | 'no container';
}

const plain: Subject<PlainCase> = {
  build: (scope, id, { kind, desiredCount, target, contradicts, beside, ...range }, world, given) => {
    const workload = workloadOf(kind, desiredCount, world, given);
    if (beside || contradicts !== undefined) new MemoryTargetScaling(given, 'Beside', { service: workload, minCapacity: contradicts });
    new CpuTargetScaling(scope, id, { ...range, service: workload, targetUtilizationPercent: target });
    if (isBehindLoadBalancer(workload)) new RequestCountTargetScaling(scope, `${id}Too`, { service: workload, requestsPerTarget: 100 });
  },
  holds: scalesOnce,
};

function isBehindLoadBalancer(workload: IEcsWorkload): workload is IEcsWebWorkload {
  return 'targetGroup' in workload;
}

function workloadOf(kind: PlainCase['kind'], desiredCount: number | undefined, world: World, given: Construct): IEcsWorkload {
  switch (kind) {
    case 'no container':
    case 'FargateService': {
      const taskDefinition = new ecs.FargateTaskDefinition(given, 'Task');
      if (kind === 'FargateService') taskDefinition.addContainer('web', { image: IMAGE });
      return EcsWorkload.fromService(new ecs.FargateService(given, 'Plain', { cluster: world.cluster, taskDefinition, desiredCount, minHealthyPercent: 50 }));
    }
    case 'Ec2Service': {
      const taskDefinition = new ecs.Ec2TaskDefinition(given, 'Task');
      taskDefinition.addContainer('web', { image: IMAGE, memoryLimitMiB: 256 });
      return EcsWorkload.fromService(new ecs.Ec2Service(given, 'Plain', { cluster: world.ec2Cluster, taskDefinition, desiredCount, minHealthyPercent: 50 }));
    }
    case 'ApplicationLoadBalancedFargateService': {
      const { service, targetGroup } = new patterns.ApplicationLoadBalancedFargateService(given, 'Plain', {
        cluster: world.cluster, taskImageOptions: { image: IMAGE }, desiredCount, minHealthyPercent: 50,
      });
      return EcsWorkload.fromLoadBalancedService(service, targetGroup);
    }
  }
}

const cases: fc.Arbitrary<PlainCase> = fc.tuple(
  fc.constantFrom<PlainCase['kind']>('FargateService', 'Ec2Service', 'ApplicationLoadBalancedFargateService'),
  // The pattern refuses a desiredCount of 0 by itself.
  scaling(fc.integer({ min: 1, max: 100 })).filter(({ desiredCount }) => desiredCount !== 0),
).map(([kind, one]) => ({ kind, ...one }));

const withoutContainer: Breakage<PlainCase> = (valid) => fc.constant({
  rule: 'no container yet', one: { ...valid, kind: 'no container' as const }, says: ['service', 'essential container'],
});

propertiesOf('EcsWorkload', plain, cases, [...BROKEN_SCALING, withoutContainer]);
