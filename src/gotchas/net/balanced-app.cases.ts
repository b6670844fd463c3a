import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { fargateTask, resource, service, targetGroup } from '../fixtures/case-resources';

type Properties = Readonly<Record<string, unknown>>;

/** Changes to a valid service behind an Application Load Balancer. */
export interface Balanced {
  readonly balancer?: Properties;
  readonly network?: Properties;
  readonly targetGroup?: Properties;
  readonly task?: Properties;
}

/** A Fargate service behind a load balancer of the stack. */
export function balancedService(stack: Stack, given: Balanced): CfnResource {
  const group = targetGroup(stack, given.targetGroup);
  const listener = stack.node.findChild('Listener') as CfnResource;
  listener.addPropertyOverride('LoadBalancerArn', loadBalancer(stack, given.balancer).ref);
  const balanced = service(stack, {
    TaskDefinition: fargateTask(stack, given.task, { PortMappings: [{ ContainerPort: 80 }] }).ref,
    NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-1', 'subnet-2'], ...given.network } },
    LoadBalancers: [{ TargetGroupArn: group.ref, ContainerName: 'app', ContainerPort: 80 }],
  });
  balanced.node.addDependency(listener);
  return balanced;
}

/** An Application Load Balancer. */
export function loadBalancer(stack: Stack, properties: Properties = {}): CfnResource {
  return resource(stack, 'LoadBalancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer', properties);
}

/** Subnets in zones; their references. */
export function subnets(stack: Stack, id: string, zones: readonly unknown[]): string[] {
  return zones.map((AvailabilityZone, index) => resource(stack, `${id}${index + 1}`, 'AWS::EC2::Subnet', {
    VpcId: 'vpc-1', CidrBlock: `10.0.${index}.0/24`, AvailabilityZone,
  }).ref);
}

/** A security group with rules. */
export function securityGroup(stack: Stack, id: string, ...ingress: readonly Properties[]): string {
  return resource(stack, id, 'AWS::EC2::SecurityGroup', { GroupDescription: id, VpcId: 'vpc-1', SecurityGroupIngress: ingress }).getAtt('GroupId').toString();
}
