import type { TrafficShiftFacts } from '../../facts/deployment';
import { known, type Fact } from '../../facts/fact';
import type { ServiceFacts } from '../../facts/service';
import { all, defineGotcha, type Result } from '../definition';

const MOST_MINUTES = 1440;
// CloudFormation gives up after 36 hours, and refuses what takes longer than this by its own account.
const MOST_STACK_MINUTES = 33 * 60;

export const dplStrategyConfigMismatch = defineGotcha({
  id: 'dpl-strategy-config-mismatch',
  title: 'Deployment settings of another strategy, or out of range',
  consequence: 'rejected',
  symptom: 'Creating or updating the service fails with an `InvalidParameterException` about its deployment configuration.',
  why: 'Each strategy has settings of its own, with ranges: ECS refuses the service for those of another strategy or controller, and for a number out of range.',
  rule: '`linearConfiguration` is for `LINEAR` (3 to 100 percent in steps of 0.1), `canaryConfiguration` with `CANARY` (0.1 to 100 percent), each with a bake time of 0 to 1440 minutes, as `bakeTime` itself. Other strategies than `ROLLING` are for the `ECS` controller; `LINEAR` and `CANARY` need a load balancer, Service Connect, VPC Lattice or an ECS gateway.',
  fix: 'keep the settings of one strategy, in their range',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html',
  levels: ['synth'],
  designedOut: '`Deployment.blueGreen`, `linear` and `canary` take the settings of their own strategy only, and refuse what is out of range.',
  subject: 'service',
  needs: ['controller', 'strategy'],
  reads: ['linear', 'canary', 'bakeTimeMinutes', 'loadBalancers', 'serviceConnect', 'connect', 'latticeTargetGroups', 'gatewayPorts'],
  check: ({ controller, strategy, linear, canary, bakeTimeMinutes, ...traffic }) => all(
    () => of(controller !== 'ECS' && strategy !== 'ROLLING', 'strategy', `strategy (${strategy}) is not for the ${controller} controller, which has its own`),
    () => shift('linearConfiguration', linear, strategy === 'LINEAR', 3),
    () => shift('canaryConfiguration', canary, strategy === 'CANARY', 0.1),
    () => minutes('bakeTime', known(bakeTimeMinutes)),
    () => shifted(strategy, controller, traffic),
    () => total(strategy, known(bakeTimeMinutes), known(strategy === 'LINEAR' ? linear : canary)),
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

/** With nothing to wait for after the last step. */
function total(strategy: string, bakeTimeMinutes: number | undefined, steps: TrafficShiftFacts | undefined): readonly Result[] {
  const isLinear = strategy === 'LINEAR';
  if (bakeTimeMinutes === undefined || (!isLinear && strategy !== 'CANARY')) return [];
  const tenths = Math.round((isLinear ? known(steps?.percent) ?? 10 : 100) * 10);
  const waits = !isLinear ? 1 : 1000 % tenths === 0 ? 1000 / tenths - 1 : Math.floor(1000 / tenths);
  const minutesEach = known(steps?.bakeTimeMinutes) ?? (isLinear ? 6 : 10);
  const sum = bakeTimeMinutes + waits * minutesEach;
  const property = isLinear ? 'linearConfiguration' : 'canaryConfiguration';
  if (sum <= MOST_STACK_MINUTES) return [];
  return [{
    property,
    detail: `${property} (${waits} waits of ${minutesEach} minutes, and ${bakeTimeMinutes} of bakeTime) takes ${sum} minutes, and CloudFormation refuses more than ${MOST_STACK_MINUTES}`,
    fix: 'shorten the waits or the bakeTime, or shift more traffic at once',
  }];
}

type Traffic = Pick<ServiceFacts, 'loadBalancers' | 'serviceConnect' | 'connect' | 'latticeTargetGroups' | 'gatewayPorts'>;

function shifted(strategy: string, controller: string, traffic: Traffic): readonly Result[] {
  const inParts = controller === 'ECS' && (strategy === 'LINEAR' || strategy === 'CANARY');
  if (!inParts || known(traffic.loadBalancers).length > 0 || known(traffic.latticeTargetGroups) > 0) return [];
  if (known(traffic.gatewayPorts).length > 0) return [];
  if (known(traffic.serviceConnect)) return onlyCalls(strategy, traffic);
  return [{
    property: 'strategy',
    detail: `strategy (${strategy}) has no load balancer and no Service Connect whose traffic it could shift in parts`,
    fix: 'add a load balancer or Service Connect to the service, or use the strategy ROLLING',
  }];
}

// ECS requires Service Connect, and does not check if the service has callers.
function onlyCalls(strategy: string, { connect }: Traffic): readonly Result[] {
  const mesh = known(connect);
  return !mesh || known(mesh.endpoints).length > 0 ? [] : [{
    property: 'strategy',
    consequence: 'misbehaves',
    detail: `strategy (${strategy}) has only a client of Service Connect, which brings no traffic that it could shift in parts`,
    fix: 'add endpoints or a load balancer to the service, or use the strategy BLUE_GREEN or ROLLING',
  }];
}

function of(isWrong: boolean, property: string, detail: string): readonly Result[] {
  return isWrong ? [{ property, detail }] : [];
}
