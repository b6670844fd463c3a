import { readArn } from '../permissions/arns';
import { readRole } from '../permissions/roles';
import type { App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import { Reference } from '../../cloudformation/resolved';
import type { Value } from '../../cloudformation/value';
import { keyOf, list, optional, orDefault, required, resourceIn } from '../../cloudformation/value-helpers';
import type { DeploymentFacts } from '../../facts/deployment';
import type { Fact } from '../../facts/fact';

/** Settings for the replacement of a service's tasks. */
export function readDeployment(service: Value): DeploymentFacts {
  const configuration = service.get('DeploymentConfiguration');
  return {
    controller: orDefault(service.at('DeploymentController', 'Type').word('ECS', 'CODE_DEPLOY', 'EXTERNAL'), 'ECS'),
    strategy: orDefault(configuration.get('Strategy').word('ROLLING', 'BLUE_GREEN', 'LINEAR', 'CANARY'), 'ROLLING'),
    minHealthyPercent: configuration.get('MinimumHealthyPercent').number(),
    maxHealthyPercent: configuration.get('MaximumPercent').number(),
    circuitBreaker: optional(configuration.get('DeploymentCircuitBreaker'), (breaker) => ({
      enabled: orDefault(breaker.get('Enable').flag(), false),
      rollback: orDefault(breaker.get('Rollback').flag(), false),
      threshold: optional(breaker.get('ThresholdConfiguration'), (threshold) => ({
        type: orDefault(threshold.get('Type').word('BOUNDED_PERCENT', 'UNBOUNDED_PERCENT', 'COUNT'), 'BOUNDED_PERCENT'),
        value: orDefault(threshold.get('Value').number(), 50),
      })),
    })),
    alarms: optional(configuration.get('Alarms'), (alarms) => ({
      enabled: orDefault(alarms.get('Enable').flag(), false),
      rollback: orDefault(alarms.get('Rollback').flag(), false),
      alarmNames: list(alarms.get('AlarmNames'), readAlarmName),
      namesInApp: alarmNamesOf(service.app),
    })),
    bakeTimeMinutes: configuration.get('BakeTimeInMinutes').number(),
    linear: optional(configuration.get('LinearConfiguration'), (linear) => ({
      percent: linear.get('StepPercent').number(),
      bakeTimeMinutes: linear.get('StepBakeTimeInMinutes').number(),
    })),
    canary: optional(configuration.get('CanaryConfiguration'), (canary) => ({
      percent: canary.get('CanaryPercent').number(),
      bakeTimeMinutes: canary.get('CanaryBakeTimeInMinutes').number(),
    })),
    lifecycleHooks: list(configuration.get('LifecycleHooks'), (hook) => ({
      targetType: orDefault(hook.get('TargetType').word('AWS_LAMBDA', 'PAUSE'), 'AWS_LAMBDA'),
      stages: list(hook.get('LifecycleStages'), (stage) => required(stage.text())),
      hasTarget: hook.get('HookTargetArn').isSet(),
      hasRole: hook.get('RoleArn').isSet(),
      role: readRole(hook.get('RoleArn')),
      functionArn: readArn(hook.get('HookTargetArn')),
      timeoutMinutes: hook.at('TimeoutConfiguration', 'TimeoutInMinutes').number(),
    })),
    earlySuccess: optional(configuration.get('EarlySuccessCriteria'), (criteria) => ({
      enabled: orDefault(criteria.get('Enable').flag(), false),
      healthyPercent: criteria.get('HealthyPercent').number(),
      cleanup: criteria.get('SourceServiceRevisionCleanup').text(),
    })),
  };
}

const ALARMS = ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'];

/** An alarm of the app by its key, another one by its name or its ARN. */
function readAlarmName(value: Value): Fact<string> {
  const [piece] = value.pieces();
  if (piece instanceof Reference && piece.attribute === 'Arn') return `arn:${keyOf(piece.resource)}`;
  const alarm = resourceIn(value, ...ALARMS);
  return alarm ? keyOf(alarm) : required(value.text());
}

const alarmNamesOf = memoize((app: App): readonly string[] => app.ofType(...ALARMS)
  .map(({ properties }) => properties.get('AlarmName').text())
  .filter((name): name is string => typeof name === 'string'));
