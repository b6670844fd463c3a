import * as ec2 from 'aws-cdk-lib/aws-ec2';
import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { Unknown, type Fact } from '../facts/fact';
import { refuse } from '../gotchas/enforce';

const SUBNETS_DOCS = 'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2-readme.html#subnet-types';

/** Subnets that a property selects, and the default selection where it is left out. */
export interface SubnetQuestion {
  readonly property: string;
  readonly selection?: ec2.SubnetSelection;
  readonly otherwise?: ec2.SubnetSelection;
}

/** The VPC of a cluster. Throws for a cluster that names none. */
export function vpcOf(at: string, cluster: ecs.ICluster): ec2.IVpc {
  try {
    return cluster.vpc;
  } catch {
    return refuse({
      headline: 'cluster is imported by its ARN alone, which does not contain its VPC',
      at,
      property: 'cluster',
      fix: 'import it with its VPC: ecs.Cluster.fromClusterAttributes(this, \'Cluster\', { clusterName, vpc })',
      docs: 'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ecs.Cluster.html',
    });
  }
}

/** Answers whether tasks in a VPC have a way out over IPv6. Of a VPC with addresses of IPv6, or from another app, nothing is known. */
export function leadsOutOverIpv6(vpc: ec2.IVpc): Fact<boolean> {
  const isOverIpv4 = vpc instanceof ec2.Vpc && !vpc.node.children.some((child) => child instanceof ec2.CfnVPCCidrBlock);
  return isOverIpv4 ? false : new Unknown('the routes for IPv6 are not part of the props');
}

/** The subnets of a VPC that a property selects. Throws where there are none. */
export function selectSubnets(at: string, vpc: ec2.IVpc, { property, selection, otherwise = {} }: SubnetQuestion): ec2.SelectedSubnets {
  const selected = orError(() => vpc.selectSubnets(selection ?? otherwise));
  if (!(selected instanceof Error) && (selected.subnets.length > 0 || selected.isPendingLookup)) return selected;
  return refuse({
    headline: `${property} ${selection ? written(selection) : `(left out, ${written(otherwise)})`} selects no subnet of the VPC`,
    at,
    property,
    why: selected instanceof Error ? selected.message : undefined,
    fix: `choose subnets that the VPC has: ${property}: { subnetType: ec2.SubnetType.${typeIn(vpc)} }`,
    docs: SUBNETS_DOCS,
  });
}

function orError<T>(select: () => T): T | Error {
  try {
    return select();
  } catch (error) {
    return error as Error;
  }
}

function typeIn({ privateSubnets, publicSubnets }: ec2.IVpc): string {
  if (privateSubnets.length > 0) return 'PRIVATE_WITH_EGRESS';
  return publicSubnets.length > 0 ? 'PUBLIC' : 'PRIVATE_ISOLATED';
}

function written({ subnets, ...rest }: ec2.SubnetSelection): string {
  if (subnets) return `(${subnets.length} subnets)`;
  const words = Object.entries(rest).filter(([name, value]) => value !== undefined && name !== 'subnetFilters');
  if (words.length === 0) return '(private subnets)';
  return `(${words.map(([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') : value}`).join('; ')})`;
}
