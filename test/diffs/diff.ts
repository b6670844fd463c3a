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

/** Whether there is anything that the change changes. */
export function changes(before: Definition, after: Definition): boolean {
  return !fullDiff(templateOf(before), templateOf(after)).isEmpty;
}

function templateOf(define: Definition): Record<string, unknown> {
  const stack = testStack();
  define(stack);
  return Template.fromStack(stack).toJSON();
}
