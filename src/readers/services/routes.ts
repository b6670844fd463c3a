import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { identity, list, outside, resourceIn } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import type { RouteFacts, RouteKind } from '../../facts/service';

const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';
const RULE = 'AWS::ElasticLoadBalancingV2::ListenerRule';

/** Route of the traffic that a deployment shifts: a listener, or a rule of one. */
export function readRoute(value: Value): RouteFacts {
  const resource = resourceIn(value, LISTENER, RULE);
  return {
    id: identity(value),
    kind: readKind(value, resource),
    balancer: readBalancerId(value),
    targetGroups: resource ? readTargetGroups(resource) : new Unknown(outside(value)),
  };
}

function readKind(value: Value, resource: Resource | undefined): Fact<RouteKind> {
  if (resource) return resource.type === LISTENER ? 'listener' : 'rule';
  const arn = value.text();
  if (typeof arn !== 'string') return arn ?? new Unknown('it is left out');
  return /:listener(-rule)?\//.test(arn) ? arn.includes(':listener-rule/') ? 'rule' : 'listener' : new Unknown('it is not the ARN of a listener or a rule');
}

/** One name for the load balancer of a listener or a rule, whether it is in the app or known by an ARN. */
function readBalancerId(value: Value): Fact<string> {
  const resource = resourceIn(value, LISTENER, RULE);
  if (resource?.type === RULE) return readBalancerId(resource.properties.get('ListenerArn'));
  if (resource) return identity(resource.properties.get('LoadBalancerArn'));
  const arn = value.text();
  if (typeof arn !== 'string') return arn ?? new Unknown('it is left out');
  const [prefix, ...path] = arn.split(/:listener(?:-rule)?\//);
  return path.length === 1 ? `${prefix}:loadbalancer/${path[0].split('/').slice(0, 3).join('/')}` : new Unknown('it is not the ARN of a listener or a rule');
}

/** Target groups of a listener or a rule, by the same ids as they themselves have. */
export function readTargetGroups({ type, properties }: Resource): Fact<readonly string[]> {
  const actions = properties.get(type === LISTENER ? 'DefaultActions' : 'Actions').items();
  if (actions instanceof Unknown) return actions;
  const found = actions.flatMap((action): readonly Fact<string>[] => {
    const weighted = list(action.at('ForwardConfig', 'TargetGroups'), (item) => identity(item.get('TargetGroupArn')));
    const single = action.get('TargetGroupArn');
    return [...weighted instanceof Unknown ? [weighted] : weighted, ...single.isSet() === false ? [] : [identity(single)]];
  });
  return found.find((one) => one instanceof Unknown) ?? found as readonly string[];
}
