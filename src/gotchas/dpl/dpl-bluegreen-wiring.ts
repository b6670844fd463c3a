import { known } from '../../facts/fact';
import type { LoadBalancerFacts, ServiceFacts } from '../../facts/service';
import { all, defineGotcha, each, type Result } from '../definition';

export const dplBluegreenWiring = defineGotcha({
  id: 'dpl-bluegreen-wiring',
  title: 'A blue/green deployment without what it shifts the traffic with',
  severity: 'error',
  symptom: 'Creating or updating the service fails with an `InvalidParameterException` that names what is missing in `advancedConfiguration`.',
  why: 'ECS shifts the traffic from one target group to another by editing a rule of the load balancer, with a role: it refuses a service that leaves one of them out.',
  rule: 'For `BLUE_GREEN`, `LINEAR` and `CANARY`, each load balancer of the service has an `alternateTargetGroupArn` (another target group, of the same target type), a `productionListenerRule` and a `roleArn`. The rule is a listener rule for HTTP and HTTPS, and a listener for TCP, TLS and UDP.',
  fix: 'give the load balancer of the service an alternateTargetGroupArn, a productionListenerRule and a roleArn',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/blue-green-deployment-implementation.html',
  levels: ['synth'],
  designedOut: '`Deployment.blueGreen`, `linear` and `canary` make both target groups, the rules and the role.',
  subject: 'service',
  needs: ['controller', 'strategy', 'loadBalancers'],
  reads: ['serviceConnect', 'latticeTargetGroups'],
  check: ({ controller, strategy, loadBalancers, serviceConnect, latticeTargetGroups }) => {
    if (controller !== 'ECS' || strategy === 'ROLLING') return [];
    if (loadBalancers.length === 0) return headless(strategy, serviceConnect, latticeTargetGroups);
    return each(loadBalancers, (balancer) => wiring(balancer, strategy));
  },
});

function wiring(balancer: LoadBalancerFacts, strategy: string): readonly Result[] {
  const other = known(balancer.alternateTargetGroup);
  const missing = [
    ['alternateTargetGroupArn', other],
    ['productionListenerRule', known(balancer.productionRoute)],
    ['roleArn', known(balancer.hasShiftRole) || undefined],
  ].flatMap(([name, value]) => value === undefined ? [String(name)] : []);
  if (missing.length > 0) {
    return [{ property: 'loadBalancers', detail: `loadBalancers (${missing.join(', ')} missing) can't shift traffic for strategy ${strategy}` }];
  }
  const { targetGroup } = balancer;
  return !other ? [] : all(
    () => known(targetGroup.id) !== known(other.id) ? [] : [{
      property: 'loadBalancers',
      detail: 'alternateTargetGroupArn (the target group itself) leaves nothing to shift traffic to',
      fix: 'create a second target group with the same settings for alternateTargetGroupArn',
    }],
    () => known(targetGroup.targetType) === known(other.targetType) ? [] : [{
      property: 'loadBalancers',
      detail: `alternateTargetGroupArn (target type ${known(other.targetType)}) is for other targets than the target group, which takes ${known(targetGroup.targetType)}`,
      fix: 'give both target groups the same target type',
    }],
    () => known(targetGroup.protocol) === known(other.protocol) ? [] : [{
      property: 'loadBalancers',
      severity: 'warning',
      detail: `alternateTargetGroupArn (${known(other.protocol)}) speaks to the tasks in another way than the target group, which speaks ${known(targetGroup.protocol)}`,
      fix: 'give both target groups the same protocol',
    }],
    () => route(balancer),
  );
}

// An Application Load Balancer is shifted by a rule, a Network Load Balancer by its listener.
function route({ targetGroup, productionRoute }: LoadBalancerFacts): readonly Result[] {
  const protocol = known(targetGroup.protocol);
  const takes = protocol === 'HTTP' || protocol === 'HTTPS' ? 'rule' : protocol === 'TCP' || protocol === 'TLS' || protocol === 'UDP' ? 'listener' : undefined;
  const is = known(productionRoute);
  return takes === undefined || is === takes ? [] : [{
    property: 'loadBalancers',
    detail: `productionListenerRule (a ${is}) is not the ${takes} that a target group for ${protocol} is shifted by`,
    fix: `give productionListenerRule the ARN of a ${takes}`,
  }];
}

function headless(
  strategy: string, serviceConnect: ServiceFacts['serviceConnect'], latticeTargetGroups: ServiceFacts['latticeTargetGroups'],
): readonly Result[] {
  // Linear and canary deployments are refused then, which is another gotcha.
  if (strategy !== 'BLUE_GREEN' || known(serviceConnect) || known(latticeTargetGroups) > 0) return [];
  return [{
    property: 'strategy',
    severity: 'info',
    detail: 'strategy (BLUE_GREEN) has no load balancer and no Service Connect to shift traffic with',
    fix: 'use the strategy ROLLING, or acknowledge this for a service that nobody calls',
  }];
}
