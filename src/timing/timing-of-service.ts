import { deploymentTime, type DeploymentTime } from './deployment-time';
import { TYPICAL, type Estimates } from './estimates';
import type { DeploymentSettings, ShiftSettings, TargetSettings } from './settings';
import type { ContainerFacts } from '../facts/container';
import { known, NotKnown, Unknown, type Fact } from '../facts/fact';
import type { LoadBalancerFacts, ServiceFacts } from '../facts/service';
import type { TargetGroupFacts } from '../facts/target-group';

/** Duration of a deployment of a service, with the defaults of AWS where the service sets nothing. */
export function timingOfService(service: ServiceFacts, estimates: Estimates = TYPICAL): Fact<DeploymentTime> {
  try {
    return deploymentTime(settingsOf(service), estimates) ?? new Unknown('no deployment can start or stop a task within the healthy percentages');
  } catch (error) {
    if (error instanceof NotKnown) return new Unknown(error.reason);
    throw error;
  }
}

function settingsOf(service: ServiceFacts): DeploymentSettings {
  if (known(service.controller) !== 'ECS') throw new NotKnown('another deployment controller than that of ECS decides it');
  if (known(service.schedulingStrategy) === 'DAEMON') throw new NotKnown('a daemon has as many tasks as there are instances');
  if (known(service.lifecycleHooks).length > 0) throw new NotKnown('a deployment with lifecycle hooks takes as long as they do');
  const loadBalancers = known(service.loadBalancers);
  const task = known(service.task);
  const containers = known(task.containers);
  const earlySuccess = known(service.earlySuccess);
  return {
    tasks: tasksOf(service),
    minHealthyPercent: known(service.minHealthyPercent) ?? 100,
    maxHealthyPercent: known(service.maxHealthyPercent) ?? 200,
    targets: loadBalancers.map(({ targetGroup }) => targetsOf(targetGroup)),
    containerCheckIntervals: containers.filter(({ essential }) => known(essential)).flatMap(checkInterval),
    stopTimeoutSeconds: Math.max(0, ...containers.map(({ stopTimeoutSeconds }) => known(stopTimeoutSeconds) ?? 30)),
    shift: shiftOf(service, loadBalancers),
    leavesOldTasks: earlySuccess !== undefined && known(earlySuccess.enabled) && known(earlySuccess.cleanup) === 'DEFERRED',
  };
}

/** As few as scaling leaves; more take no longer, unless the percentages make more waves of them. */
function tasksOf({ scaling, desiredCount }: ServiceFacts): number {
  const range = known(scaling);
  return known(desiredCount) ?? (range ? known(range.minCapacity) : 1);
}

function targetsOf(group: TargetGroupFacts): TargetSettings {
  const protocol = known(group.protocol) ?? 'HTTP';
  return {
    intervalSeconds: known(group.healthCheckIntervalSeconds) ?? 30,
    healthyThreshold: known(group.healthyThreshold) ?? 5,
    unhealthyThreshold: known(group.unhealthyThreshold) ?? 2,
    deregistrationDelaySeconds: known(group.deregistrationDelaySeconds) ?? 300,
    onNetworkBalancer: !protocol.startsWith('HTTP'),
  };
}

function checkInterval({ healthCheck }: ContainerFacts): readonly number[] {
  const check = known(healthCheck);
  return check ? [known(check.intervalSeconds) ?? 30] : [];
}

function shiftOf(service: ServiceFacts, loadBalancers: readonly LoadBalancerFacts[]): ShiftSettings | undefined {
  const strategy = known(service.strategy);
  if (strategy === 'ROLLING') return undefined;
  return {
    ...stepsOf(service, strategy),
    bakeSeconds: (known(service.bakeTimeMinutes) ?? 0) * 60,
    hasTestRoute: loadBalancers.some(({ testRoute }) => known(testRoute) !== undefined),
  };
}

function stepsOf(service: ServiceFacts, strategy: 'BLUE_GREEN' | 'LINEAR' | 'CANARY'): Pick<ShiftSettings, 'stepPercent' | 'stepBakeSeconds'> {
  if (strategy === 'BLUE_GREEN') return { stepBakeSeconds: 0 };
  if (strategy === 'LINEAR') {
    const linear = known(service.linear);
    return { stepPercent: (linear && known(linear.percent)) ?? 10, stepBakeSeconds: ((linear && known(linear.bakeTimeMinutes)) ?? 6) * 60 };
  }
  const canary = known(service.canary);
  // A canary is two steps, however small the first.
  return { stepPercent: 50, stepBakeSeconds: ((canary && known(canary.bakeTimeMinutes)) ?? 10) * 60 };
}
