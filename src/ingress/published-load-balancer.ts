import { CfnParameter, CfnResource, Lazy, Token } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { refuse } from '../gotchas/enforce';

/** Parameters below the name of a published load balancer. */
export const PUBLISHED = {
  listenerArn: 'listener-arn',
  loadBalancerArn: 'load-balancer-arn',
  securityGroupId: 'security-group-id',
  loadBalancerDnsName: 'dns-name',
  loadBalancerCanonicalHostedZoneId: 'hosted-zone-id',
};

/** The values of a load balancer that other apps need. */
export type PublishedValues = Readonly<Record<keyof typeof PUBLISHED, string>>;

/** Throws for a name that is none of a path of parameters. */
export function checkParameterPath(at: string, property: string, name: string): void {
  if (Token.isUnresolved(name) || (/^(\/[\w.-]+)+$/.test(name) && !/^\/(aws|ssm)(\/|$)/i.test(name))) return;
  refuse({
    headline: `${property} (${name}) must be a path of parameters that begins with '/', ends without one, and is not below /aws or /ssm`,
    at,
    property,
    fix: 'use a path such as /shared/load-balancer',
    docs: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-parameter-name-constraints.html',
  });
}

/** Writes a parameter for each value. */
export function publishValues(scope: Construct, name: string, values: PublishedValues): void {
  for (const [key, last] of Object.entries(PUBLISHED)) {
    // All of aws-ssm is large to load.
    new CfnResource(scope, `Published-${last}`, {
      type: 'AWS::SSM::Parameter',
      properties: { Name: `${name}/${last}`, Type: 'String', Value: values[key as keyof PublishedValues] },
    });
  }
}

/** Reads the parameters when the stack is deployed. */
export function publishedValues(scope: Construct, name: string): PublishedValues {
  const read = ([key, last]: [string, string]): [string, string] =>
    [key, Lazy.string({ produce: () => parameterOf(scope, last, `${name}/${last}`).valueAsString })];
  return Object.fromEntries(Object.entries(PUBLISHED).map(read)) as PublishedValues;
}

/** Creates a parameter at its first use: the validation of the CDK warns of one that nothing refers to. */
function parameterOf(scope: Construct, id: string, path: string): CfnParameter {
  return scope.node.tryFindChild(id) as CfnParameter | undefined
    ?? new CfnParameter(scope, id, { type: 'AWS::SSM::Parameter::Value<String>', default: path });
}
