import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

interface Role {
  readonly trusted: string;
  readonly managed?: readonly string[];
  readonly actions?: unknown;
}

function role(stack: Stack, { trusted, managed, actions }: Role): unknown {
  return resource(stack, 'Infrastructure', 'AWS::IAM::Role', {
    AssumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: trusted } }] },
    ManagedPolicyArns: managed?.map((name) => `arn:aws:iam::aws:policy/${name}`),
    Policies: actions && [{ PolicyName: 'inline', PolicyDocument: { Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] } }],
  }).getAtt('Arn');
}

function volume(stack: Stack, roleArn: unknown): void {
  service(stack, { TaskDefinition: fargateTask(stack).ref, VolumeConfigurations: [{ Name: 'data', ManagedEBSVolume: { SizeInGiB: 10, RoleArn: roleArn } }] });
}

function shift(stack: Stack, roleArn: unknown): void {
  const AdvancedConfiguration = { AlternateTargetGroupArn: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/green/1', RoleArn: roleArn };
  service(stack, { TaskDefinition: fargateTask(stack).ref, LoadBalancers: [{ ContainerName: 'app', ContainerPort: 80, AdvancedConfiguration }] });
}

const ECS = 'ecs.amazonaws.com';

export const cases: readonly GotchaCase[] = [
  {
    name: 'no role registers targets of VPC Lattice',
    caught: true,
    app: (stack) => void service(stack, {
      TaskDefinition: fargateTask(stack).ref,
      VpcLatticeConfigurations: [{ PortName: 'http', TargetGroupArn: 'arn:aws:vpc-lattice:eu-west-1:111122223333:targetgroup/tg-1' }],
    }),
  },
  { name: 'the role is one for tasks', caught: true, app: (stack) => volume(stack, role(stack, { trusted: 'ecs-tasks.amazonaws.com', actions: 'ec2:*' })) },
  {
    name: 'the role for volumes makes none',
    caught: true,
    consequence: 'risk',
    app: (stack) => volume(stack, role(stack, { trusted: ECS, actions: ['ec2:DescribeVolumes'] })),
  },
  {
    name: 'the role for load balancers changes no rule',
    caught: true,
    consequence: 'risk',
    app: (stack) => shift(stack, role(stack, { trusted: ECS, managed: ['service-role/AmazonECSInfrastructureRolePolicyForVolumes'] })),
  },
  {
    name: 'the managed policy for volumes is there',
    caught: false,
    app: (stack) => volume(stack, role(stack, { trusted: ECS, managed: ['service-role/AmazonECSInfrastructureRolePolicyForVolumes'] })),
  },
  {
    name: 'the managed policy for load balancers is there',
    caught: false,
    app: (stack) => shift(stack, role(stack, { trusted: ECS, managed: ['AmazonECSInfrastructureRolePolicyForLoadBalancers'] })),
  },
  { name: 'no role shifts the traffic, which the wiring of the deployment is about', caught: false, app: (stack) => shift(stack, undefined) },
  { name: 'no role creates the volume, which the rules for volumes are about', caught: false, app: (stack) => volume(stack, undefined) },
  { name: 'nothing needs one', caught: false, app: (stack) => void service(stack, { TaskDefinition: fargateTask(stack).ref }) },
  { name: 'the role comes from outside', caught: false, notChecked: true, app: (stack) => volume(stack, parameter(stack)) },
];
