import { fullDiff, ResourceImpact, type ResourceDifference, type TemplateDiff } from '@aws-cdk/cloudformation-diff';
import { Template } from 'aws-cdk-lib/assertions';
import type { Stack } from 'aws-cdk-lib/core';
import { testStack } from '../support/stacks';

/** Resources that must last: names, addresses, connections and logs depend on them. */
const LASTING: { readonly [type: string]: string | undefined } = {
  'AWS::ECS::Service': 'service',
  'AWS::ElasticLoadBalancingV2::LoadBalancer': 'load balancer',
  'AWS::ElasticLoadBalancingV2::TargetGroup': 'target group',
  'AWS::Logs::LogGroup': 'log group',
  'AWS::ServiceDiscovery::HttpNamespace': 'namespace',
  'AWS::ServiceDiscovery::PrivateDnsNamespace': 'namespace',
  'AWS::ServiceDiscovery::Service': 'Cloud Map service',
  'AWS::VpcLattice::TargetGroup': 'target group',
};

/** Nested properties that the diff leaves out, and for which AWS documents a replacement. */
const LASTING_WITHIN: { readonly [type: string]: { readonly [property: string]: readonly string[] } | undefined } = {
  'AWS::VpcLattice::TargetGroup': { Config: ['IpAddressType', 'Port', 'Protocol', 'ProtocolVersion', 'VpcIdentifier'] },
};

const LOST = new Set([ResourceImpact.WILL_REPLACE, ResourceImpact.MAY_REPLACE, ResourceImpact.WILL_DESTROY, ResourceImpact.WILL_ORPHAN]);

/** Makes a stack as it was, or as it is after a change. */
export type Definition = (stack: Stack) => void;

/** Both templates of a change and what differs between them. */
export interface Change {
  readonly old: Record<string, any>;
  readonly fresh: Record<string, any>;
  readonly difference: TemplateDiff;
}

/** Synthesizes a stack before and after a change. */
export function changeOf(before: Definition, after: Definition): Change {
  const [old, fresh] = [templateOf(before), templateOf(after)];
  return { old, fresh, difference: fullDiff(old, fresh) };
}

/** Resources that a change replaces or removes, of those that should last. */
export function lostBy({ difference: { resources } }: Change): readonly string[] {
  const lost: string[] = [];
  resources.forEachDifference((_, difference) => {
    const lasting = LASTING[difference.resourceType ?? ''];
    if (lasting !== undefined && isLost(difference)) lost.push(lasting);
  });
  return lost.sort();
}

function isLost({ changeImpact, resourceType, oldProperties, newProperties }: ResourceDifference): boolean {
  return LOST.has(changeImpact) || Object.entries(LASTING_WITHIN[resourceType ?? ''] ?? {}).some(([property, inside]) => (
    oldProperties && newProperties && inside.some((one) => oldProperties[property][one] !== newProperties[property][one])));
}

/** Returns true if AWS allows a resource only once, and CloudFormation would create the new one before it removes the old one. */
export function isRefused({ old, fresh, difference: { resources } }: Change): boolean {
  const replaced = new Set<string>();
  resources.forEachDifference((logicalId, difference) => {
    if (isLost(difference)) replaced.add(logicalId);
  });
  return isOnTwo(balancersOf(old), balancersOf(fresh), replaced) || isTakenTwice(takenIn(old), takenIn(fresh), replaced);
}

/** Returns true if a target group stays while its load balancer doesn't: Elastic Load Balancing refuses a target group with two. */
function isOnTwo(was: ReadonlyMap<string, string>, is: ReadonlyMap<string, string>, replaced: ReadonlySet<string>): boolean {
  return [...is].some(([group, balancer]) => {
    const formerly = was.get(group);
    return formerly !== undefined && !replaced.has(group) && (formerly !== balancer || replaced.has(balancer));
  });
}

/** The load balancer of each target group, or the listener that stands for one that others made. */
function balancersOf(template: Record<string, any>): ReadonlyMap<string, string> {
  const resources: Record<string, any> = template.Resources;
  return new Map(Object.values(resources).flatMap(({ Type, Properties }) => {
    if (Type !== 'AWS::ElasticLoadBalancingV2::Listener' && Type !== 'AWS::ElasticLoadBalancingV2::ListenerRule') return [];
    const balancer: string = Properties.LoadBalancerArn?.Ref ?? resources[Properties.ListenerArn.Ref]?.Properties.LoadBalancerArn.Ref
      ?? JSON.stringify(Properties.ListenerArn);
    const actions: any[] = Properties.DefaultActions ?? Properties.Actions;
    return actions.flatMap(({ TargetGroupArn, ForwardConfig }) => (TargetGroupArn ? [{ TargetGroupArn }] : ForwardConfig?.TargetGroups ?? []))
      .map(({ TargetGroupArn }): [string, string] => [TargetGroupArn.Ref ?? JSON.stringify(TargetGroupArn), balancer]);
  }));
}

/** Unique properties by type. */
const ONCE: { readonly [type: string]: readonly string[] | undefined } = {
  'AWS::ECS::Service': ['Cluster', 'ServiceName'],
  'AWS::ElasticLoadBalancingV2::Listener': ['LoadBalancerArn', 'Port'],
  'AWS::ElasticLoadBalancingV2::ListenerRule': ['ListenerArn', 'Priority'],
  'AWS::Logs::LogGroup': ['LogGroupName'],
  'AWS::Route53::RecordSet': ['HostedZoneId', 'Name', 'Type'],
  'AWS::ServiceDiscovery::Service': ['NamespaceId', 'Name'],
};

type Taken = ReadonlyMap<string, readonly unknown[]>;

/** Unique values by logical id, without names that AWS chooses. */
function takenIn(template: Record<string, any>): Taken {
  const resources: [string, any][] = Object.entries(template.Resources);
  return new Map(resources.flatMap(([logicalId, { Type, Properties }]): [string, readonly unknown[]][] => {
    const values = ONCE[Type]?.map((property) => Properties[property]) ?? [undefined];
    return values.includes(undefined) ? [] : [[logicalId, [Type, ...values]]];
  }));
}

function isTakenTwice(was: Taken, is: Taken, replaced: ReadonlySet<string>): boolean {
  return [...is].some(([logicalId, values]) => (!was.has(logicalId) || replaced.has(logicalId))
    // On another load balancer or listener it is another port or priority.
    && !values.some((value) => replaced.has((value as { Ref?: string }).Ref ?? ''))
    && [...was].some(([other, taken]) => (other !== logicalId || replaced.has(other)) && JSON.stringify(taken) === JSON.stringify(values)));
}

/** Security groups that would close at once, while the old tasks still serve callers: a separate rule is removed last. */
export function closedEarly({ difference: { resources } }: Change): readonly string[] {
  const closed: string[] = [];
  resources.forEachDifference((logicalId, { resourceType, oldProperties, newProperties }) => {
    if (resourceType !== 'AWS::EC2::SecurityGroup' || !oldProperties || !newProperties) return;
    const kept = JSON.stringify(newProperties.SecurityGroupIngress ?? []);
    const rules: any[] = oldProperties.SecurityGroupIngress ?? [];
    if (rules.some((rule) => rule.SourceSecurityGroupId && !kept.includes(JSON.stringify(rule)))) closed.push(logicalId);
  });
  return closed;
}

function templateOf(define: Definition): Record<string, any> {
  const stack = testStack();
  define(stack);
  return Template.fromStack(stack).toJSON();
}
