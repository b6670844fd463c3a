import { list, optional, orDefault, required } from './reading';
import type { Value } from './value';
import type { DeploymentFacts } from '../facts/deployment';

/** How a service replaces its tasks. */
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
    })),
    alarms: optional(configuration.get('Alarms'), (alarms) => ({
      enabled: orDefault(alarms.get('Enable').flag(), false),
      rollback: orDefault(alarms.get('Rollback').flag(), false),
      alarmNames: list(alarms.get('AlarmNames'), (name) => required(name.text())),
    })),
    bakeTimeMinutes: configuration.get('BakeTimeInMinutes').number(),
  };
}
