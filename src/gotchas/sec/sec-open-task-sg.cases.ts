import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as patterns from 'aws-cdk-lib/aws-ecs-patterns';
import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service, targetGroup } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

function open(stack: Stack, rule: unknown, protocol?: string): void {
  const group = resource(stack, 'Tasks', 'AWS::EC2::SecurityGroup', { GroupDescription: 'tasks', SecurityGroupIngress: rule && [rule] });
  service(stack, {
    TaskDefinition: fargateTask(stack).ref,
    LoadBalancers: protocol && [{ ContainerName: 'app', ContainerPort: 80, TargetGroupArn: targetGroup(stack, { Protocol: protocol }).ref }],
    NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-1'], SecurityGroups: [group.getAtt('GroupId')] } },
  });
}

const ANYWHERE = { IpProtocol: 'tcp', FromPort: 80, ToPort: 80, CidrIp: '0.0.0.0/0' };

export const cases: readonly GotchaCase[] = [
  { name: 'one port is open', caught: true, app: (stack) => open(stack, ANYWHERE) },
  { name: 'all ports are open to IPv6', caught: true, app: (stack) => open(stack, { IpProtocol: '-1', CidrIpv6: '::/0' }) },
  { name: 'it is open behind an Application Load Balancer', caught: true, app: (stack) => open(stack, ANYWHERE, 'HTTP') },
  { name: 'it is open behind a Network Load Balancer', caught: false, app: (stack) => open(stack, ANYWHERE, 'TCP') },
  { name: 'one network is allowed', caught: false, app: (stack) => open(stack, { ...ANYWHERE, CidrIp: '10.0.0.0/16' }) },
  { name: 'no source is allowed', caught: false, app: (stack) => open(stack, undefined) },
  {
    name: 'the CDK allows the load balancer',
    caught: false,
    app: (stack) => void new patterns.ApplicationLoadBalancedFargateService(stack, 'Web', {
      vpc: new ec2.Vpc(stack, 'Vpc'), taskImageOptions: { image: ecs.ContainerImage.fromRegistry('app:1') },
    }),
  },
  { name: 'a parameter sets the source', caught: false, notChecked: true, app: (stack) => open(stack, { ...ANYWHERE, CidrIp: parameter(stack) }) },
];
