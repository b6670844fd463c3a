import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Token } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { NetworkOptions } from './task-capacity';
import { warn } from '../checks/not-edited';

/**
 * Warns about Fargate tasks in public subnets of an imported VPC that get no public address: the CDK chooses these subnets where a VPC
 * has no private ones, such as the default VPC. The rule pack reports those of a VPC of the app, whose endpoints it knows.
 */
export function warnOfPublicSubnets(scope: Construct, { cluster: { vpc }, vpcSubnets }: NetworkOptions, assignPublicIp: boolean | undefined): void {
  if (assignPublicIp || vpc instanceof ec2.Vpc) return;
  const { subnets, isPendingLookup } = vpc.selectSubnets(vpcSubnets);
  const open = subnets.filter((subnet) => vpc.publicSubnets.includes(subnet)).map(({ subnetId }) => (Token.isUnresolved(subnetId) ? 'a token' : subnetId));
  if (open.length === 0 || isPendingLookup) return;
  warn(scope, 'cdk-ecs-guardrails:publicSubnets',
    `the tasks are in public subnets (${open.join(', ')}) without a public address, and reach their registry through endpoints of the VPC alone: `
    + 'set assignPublicIp: true, or vpcSubnets to private subnets');
}
