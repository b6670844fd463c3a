import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Stack, Token } from 'aws-cdk-lib/core';
import type { Ec2CapacityProps } from './ec2-capacity';
import type { Ec2Purchase } from './ec2-purchase';
import { selectSubnets, vpcOf } from '../checks/subnets';
import { refuse } from '../gotchas/enforce';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/asg-capacity-providers.html';

/** Throws for instances that can't join the cluster from where they are, and for a type that is none. */
export function checkPlace(at: string, stack: Stack, { cluster, vpcSubnets }: Ec2CapacityProps, { _instanceTypes }: Ec2Purchase): void {
  // The types rule it out, except in JavaScript.
  if (typeof cluster.addAsgCapacityProvider !== 'function') {
    refuse({
      headline: 'cluster is imported, and only the stack that defines a cluster lists its capacity providers',
      at,
      property: 'cluster',
      fix: 'define the Ec2Capacity beside the ecs.Cluster',
      docs: DOCS,
    });
  }
  if (Stack.of(cluster) !== stack) {
    refuse({
      headline: `cluster is in the stack ${Stack.of(cluster).node.path}, and this capacity is not`,
      at,
      property: 'cluster',
      why: 'The cluster lists its capacity providers, and instances name their cluster: two stacks would wait for each other.',
      fix: 'define the Ec2Capacity in the stack of its cluster; services may be in others',
      docs: DOCS,
    });
  }
  selectSubnets(at, vpcOf(at, cluster), { property: 'vpcSubnets', selection: vpcSubnets });
  for (const instanceType of _instanceTypes) {
    const type = instanceType.toString();
    if (Token.isUnresolved(type) || /^[a-z][a-z0-9-]*\.[a-z0-9-]+$/i.test(type)) continue;
    refuse({
      headline: `instanceType is ${type.includes('object ') ? 'an object' : `'${type}'`}, it has a family and a size as in m7g.large`,
      at,
      property: 'instanceType',
      fix: "use new ec2.InstanceType('m7g.large')",
      docs: 'https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-types.html',
    });
  }
}

/** Returns true if instances have Arm processors. The CDK can't parse names like u-6tb1.metal, which are all x86_64. */
export function isArm(instanceType: ec2.InstanceType): boolean {
  try {
    return instanceType.architecture === ec2.InstanceArchitecture.ARM_64;
  } catch {
    return false;
  }
}

/** The variant of the ECS-optimized image that an instance type needs, as the path of its parameter has it. */
export function imageVariantOf(type: ec2.InstanceType): string {
  if (isArm(type)) return 'arm64/';
  const name = type.toString();
  if (/^(g|gr|p)\d/.test(name)) return 'gpu/';
  return /^(inf|trn)\d/.test(name) ? 'neuron/' : '';
}
