import { fullDiff, ResourceImpact } from '@aws-cdk/cloudformation-diff';
import { Template } from 'aws-cdk-lib/assertions';
import type { Stack } from 'aws-cdk-lib/core';
import { testStack } from '../support/stacks';

/** What may not come and go: names, addresses, connections and logs hang on it. */
const LASTING: { readonly [type: string]: string | undefined } = {
  'AWS::ECS::Service': 'service',
  'AWS::ElasticLoadBalancingV2::LoadBalancer': 'load balancer',
  'AWS::ElasticLoadBalancingV2::TargetGroup': 'target group',
  'AWS::Logs::LogGroup': 'log group',
  'AWS::ServiceDiscovery::HttpNamespace': 'namespace',
  'AWS::ServiceDiscovery::PrivateDnsNamespace': 'namespace',
  'AWS::ServiceDiscovery::Service': 'Cloud Map service',
};

const LOST = new Set([ResourceImpact.WILL_REPLACE, ResourceImpact.MAY_REPLACE, ResourceImpact.WILL_DESTROY, ResourceImpact.WILL_ORPHAN]);

/** Makes a stack as it was, or as it is after a change. */
export type Definition = (stack: Stack) => void;

/** What a change replaces or removes, of all that should last. */
export function lostBy(before: Definition, after: Definition): readonly string[] {
  const lost: string[] = [];
  fullDiff(templateOf(before), templateOf(after)).resources.forEachDifference((_, { resourceType, changeImpact }) => {
    const lasting = LASTING[resourceType ?? ''];
    if (lasting !== undefined && LOST.has(changeImpact)) lost.push(lasting);
  });
  return lost.sort();
}

/**
 * Whether a target group stays while its load balancer doesn't. CloudFormation attaches it to the new one before it removes the old
 * one, and Elastic Load Balancing refuses a target group with two.
 */
export function isRefused(before: Definition, after: Definition): boolean {
  const [old, fresh] = [templateOf(before), templateOf(after)];
  const replaced = new Set<string>();
  fullDiff(old, fresh).resources.forEachDifference((logicalId, { changeImpact }) => {
    if (changeImpact !== undefined && LOST.has(changeImpact)) replaced.add(logicalId);
  });
  const [was, is] = [balancersOf(old), balancersOf(fresh)];
  return [...is].some(([group, balancer]) => {
    const formerly = was.get(group);
    return formerly !== undefined && !replaced.has(group) && (formerly !== balancer || replaced.has(balancer));
  });
}

/** The load balancer of each target group, or the listener that stands for one that others made. */
function balancersOf(template: Record<string, any>): ReadonlyMap<string, string> {
  const resources: [string, any][] = Object.entries(template.Resources ?? {});
  return new Map(resources.flatMap(([, { Type, Properties }]) => {
    if (Type !== 'AWS::ElasticLoadBalancingV2::Listener' && Type !== 'AWS::ElasticLoadBalancingV2::ListenerRule') return [];
    const balancer: string = Properties.LoadBalancerArn?.Ref ?? JSON.stringify(Properties.ListenerArn);
    const actions: any[] = Properties.DefaultActions ?? Properties.Actions;
    return actions.filter(({ TargetGroupArn }) => TargetGroupArn).map(({ TargetGroupArn }): [string, string] => [TargetGroupArn.Ref, balancer]);
  }));
}

/** Whether there is anything that the change changes. */
export function changes(before: Definition, after: Definition): boolean {
  return !fullDiff(templateOf(before), templateOf(after)).isEmpty;
}

function templateOf(define: Definition): Record<string, any> {
  const stack = testStack();
  define(stack);
  return Template.fromStack(stack).toJSON();
}
