import type { TrafficShiftFacts } from '../../facts/deployment';
import { known, type Fact } from '../../facts/fact';
import type { ServiceFacts } from '../../facts/service';
import { all, defineGotcha, type Result } from '../definition';

const MOST_MINUTES = 1440;

export const dplStrategyConfigMismatch = defineGotcha({
  id: 'dpl-strategy-config-mismatch',
  title: 'Deployment settings of another strategy, or out of range',
  severity: 'error',
  symptom: 'Creating or updating the service fails with an `InvalidParameterException` about its deployment configuration.',
  why: 'Each strategy has settings of its own, with ranges: ECS refuses the service for those of another strategy or controller, and for a number out of range.',
  rule: '`linearConfiguration` goes with `LINEAR` (3 to 100 percent in steps of 0.1), `canaryConfiguration` with `CANARY` (0.1 to 100 percent), each with a bake time of 0 to 1440 minutes, as `bakeTime` itself. Other strategies than `ROLLING` are for the `ECS` controller; `LINEAR` and `CANARY` need a load balancer, Service Connect or VPC Lattice.',
  fix: 'keep the settings of one strategy, in their range',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html',
  levels: ['synth'],
  designedOut: 'Each factory of `Deployment` takes the settings of its own strategy only.',
  subject: 'service',
  needs: ['controller', 'strategy'],
  reads: ['linear', 'canary', 'bakeTimeMinutes', 'loadBalancers', 'serviceConnect', 'latticeTargetGroups'],
  check: ({ controller, strategy, linear, canary, bakeTimeMinutes, ...traffic }) => all(
    () => of(controller !== 'ECS' && strategy !== 'ROLLING', 'strategy', `strategy (${strategy}) is not for the ${controller} controller, which has its own`),
    () => shift('linearConfiguration', linear, strategy === 'LINEAR', 3),
    () => shift('canaryConfiguration', canary, strategy === 'CANARY', 0.1),
    () => minutes('bakeTime', known(bakeTimeMinutes)),
    () => shifted(strategy, controller, traffic),
  ),
});

function shift(property: string, settings: Fact<TrafficShiftFacts | undefined>, isStrategy: boolean, least: number): readonly Result[] {
  const given = known(settings);
  if (!given) return [];
  return all(
    () => of(!isStrategy, property, `${property} (set) is for another strategy`),
    () => {
      const percent = known(given.percent);
      if (percent === undefined) return [];
      const inSteps = Math.abs(percent * 10 - Math.round(percent * 10)) < 1e-6;
      return of(percent < least || percent > 100 || !inSteps, property, `${property} (${percent} percent) is not from ${least} to 100 in steps of 0.1`);
    },
    () => minutes(`${property}.bakeTime`, known(given.bakeTimeMinutes)),
  );
}

function minutes(property: string, value: number | undefined): readonly Result[] {
  return of(value !== undefined && (value < 0 || value > MOST_MINUTES), property, `${property} (${value} minutes) is not from 0 to ${MOST_MINUTES}`);
}

function shifted(strategy: string, controller: string, traffic: Pick<ServiceFacts, 'loadBalancers' | 'serviceConnect' | 'latticeTargetGroups'>): readonly Result[] {
  const inParts = controller === 'ECS' && (strategy === 'LINEAR' || strategy === 'CANARY');
  if (!inParts || known(traffic.loadBalancers).length > 0 || known(traffic.serviceConnect) || known(traffic.latticeTargetGroups) > 0) return [];
  return [{
    property: 'strategy',
    detail: `strategy (${strategy}) has no load balancer and no Service Connect whose traffic it could shift in parts`,
    fix: 'give the service a load balancer or Service Connect, or use the strategy ROLLING',
  }];
}

function of(isWrong: boolean, property: string, detail: string): readonly Result[] {
  return isWrong ? [{ property, detail }] : [];
}
