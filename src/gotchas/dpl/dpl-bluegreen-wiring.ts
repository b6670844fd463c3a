import { known } from '../../facts/fact';
import type { LoadBalancerFacts, RouteFacts, ServiceFacts } from '../../facts/service';
import { table } from '../../facts/table';
import { all, defineGotcha, each, type Result } from '../definition';

export const dplBluegreenWiring = defineGotcha({
  id: 'dpl-bluegreen-wiring',
  title: 'A blue/green deployment without what it shifts the traffic with',
  consequence: 'rejected',
  symptom: 'Creating or updating the service fails with an `InvalidParameterException` that names what is missing in `advancedConfiguration`; or its deployment with `Both targetGroup and alternateTargetGroup must be associated with the productionListenerRule or testListenerRule`.',
  why: 'ECS shifts the traffic from one target group to another by editing a rule of an Application Load Balancer, or a listener of a Network Load Balancer, with a role: it refuses a service that leaves one of them out, and shifts nothing that comes another way.',
  rule: 'For `BLUE_GREEN`, `LINEAR` and `CANARY`, each load balancer of the service has an `alternateTargetGroupArn` (another target group, of the same target type), a `productionListenerRule` and a `roleArn`. The rule is a listener rule for HTTP and HTTPS, and a listener for TCP, TLS and UDP; so is a `testListenerRule`, another one of the same load balancer. The two forward to both target groups. Names in Cloud Map have old and new tasks alike.',
  fix: 'set alternateTargetGroupArn, productionListenerRule and roleArn on the load balancer of the service',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/blue-green-deployment-implementation.html',
  levels: ['synth', 'live'],
  isObserved: true,
  designedOut: '`Deployment.blueGreen`, `linear` and `canary` make both target groups, the rules and the role.',
  subject: 'service',
  needs: ['controller', 'strategy', 'loadBalancers'],
  reads: ['connect', 'latticeTargetGroups', 'gatewayPorts', 'registries'],
  check: ({ controller, strategy, loadBalancers, connect, latticeTargetGroups, gatewayPorts, registries }) => {
    if (controller !== 'ECS' || strategy === 'ROLLING') return [];
    return all(
      () => each(loadBalancers, (balancer) => wiring(balancer, strategy)),
      () => loadBalancers.length === 0 && known(gatewayPorts).length === 0 ? headless(strategy, connect, latticeTargetGroups) : [],
      () => named(known(registries), strategy),
    );
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
      detail: `alternateTargetGroupArn (target type ${known(other.targetType)}) differs from the target type of the target group, which is ${known(targetGroup.targetType)}`,
      fix: 'set one target type for both target groups',
    }],
    () => known(targetGroup.protocol) === known(other.protocol) ? [] : [{
      property: 'loadBalancers',
      consequence: 'risk',
      detail: `alternateTargetGroupArn (${known(other.protocol) ?? 'no protocol'}) differs from the protocol of the target group, which is ${known(targetGroup.protocol) ?? 'not set'}`,
      fix: 'set one protocol for both target groups',
    }],
    () => route(balancer, 'productionListenerRule', known(balancer.productionRoute)),
    () => route(balancer, 'testListenerRule', known(balancer.testRoute)),
    () => apart(known(balancer.productionRoute), known(balancer.testRoute)),
    () => forwarded(balancer, other),
  );
}

// An Application Load Balancer is shifted by a rule, a Network Load Balancer by its listener.
const TAKES: { readonly [protocol: string]: string | undefined } = table({
  HTTP: 'rule', HTTPS: 'rule', TCP: 'listener', TLS: 'listener', UDP: 'listener', TCP_UDP: 'listener', QUIC: 'listener', TCP_QUIC: 'listener',
});

function route({ targetGroup }: LoadBalancerFacts, property: string, given: RouteFacts | undefined): readonly Result[] {
  if (!given) return [];
  const protocol = known(targetGroup.protocol);
  const takes = protocol === undefined ? undefined : TAKES[protocol];
  const is = known(given.kind);
  return takes === undefined || is === takes ? [] : [{
    property: 'loadBalancers',
    detail: `${property} (a ${is}) is not the ${takes} by which ECS shifts a target group for ${protocol}`,
    fix: `set ${property} to the ARN of a ${takes}`,
  }];
}

function apart(production: RouteFacts | undefined, test: RouteFacts | undefined): readonly Result[] {
  if (!production || !test) return [];
  if (known(production.id) === known(test.id)) {
    return [{
      property: 'loadBalancers',
      detail: 'testListenerRule (the productionListenerRule itself) leaves no separate route for test traffic',
      fix: 'set testListenerRule to another listener rule, or on a Network Load Balancer to a listener on another port; or leave it out',
    }];
  }
  return known(production.balancer) === known(test.balancer) ? [] : [{
    property: 'loadBalancers',
    detail: 'testListenerRule (of another load balancer) is not where the target groups of the productionListenerRule are',
    fix: 'use rules of one load balancer for both',
  }];
}

function forwarded({ targetGroup, productionRoute, testRoute }: LoadBalancerFacts, other: LoadBalancerFacts['targetGroup']): readonly Result[] {
  const reached = [known(productionRoute), known(testRoute)].flatMap((one) => one ? known(one.targetGroups) : []);
  const missing = ([['targetGroupArn', targetGroup], ['alternateTargetGroupArn', other]] as const)
    .filter(([, { id }]) => !reached.includes(known(id))).map(([property]) => property);
  return missing.length === 0 ? [] : [{
    property: 'loadBalancers',
    consequence: 'never-works',
    detail: `productionListenerRule (${missing.join(', ')} not in it, nor in a testListenerRule) forwards to less than both target groups`,
    fix: 'forward to both target groups in the rule, or in the listener of a Network Load Balancer: with weight 100 to one and 0 to the other',
  }];
}

// Tasks are in the answers as soon as they run, and nothing takes them out until they stop.
function named(registries: number, strategy: string): readonly Result[] {
  return registries === 0 ? [] : [{
    property: 'serviceRegistries',
    consequence: 'misbehaves',
    detail: `serviceRegistries (${registries}) send callers to old and new tasks alike, and strategy ${strategy} doesn't shift them`,
    fix: 'let others call the service through Service Connect or its load balancer, or use the strategy ROLLING',
  }];
}

function headless(
  strategy: string, connect: ServiceFacts['connect'], latticeTargetGroups: ServiceFacts['latticeTargetGroups'],
): readonly Result[] {
  // Linear and canary deployments are refused then, which is another gotcha.
  if (strategy !== 'BLUE_GREEN' || known(latticeTargetGroups) > 0) return [];
  const mesh = known(connect);
  if (mesh && known(mesh.endpoints).length > 0) return [];
  return [{
    property: 'strategy',
    consequence: 'worth-knowing',
    detail: 'strategy (BLUE_GREEN) has no load balancer and no endpoint of Service Connect to shift traffic with',
    fix: 'use the strategy ROLLING, or acknowledge this for a service without callers',
  }];
}
