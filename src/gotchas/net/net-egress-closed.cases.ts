import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Rule = Readonly<Record<string, unknown>>;

/** Tasks with a security group that has the rules for traffic out. */
function tasks(stack: Stack, ...rules: readonly Rule[]): string {
  const group = resource(stack, 'Group', 'AWS::EC2::SecurityGroup', { GroupDescription: 'tasks', VpcId: 'vpc-1', SecurityGroupEgress: rules });
  service(stack, {
    TaskDefinition: fargateTask(stack).ref,
    NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-1'], SecurityGroups: [group.getAtt('GroupId').toString()] } },
  });
  return group.getAtt('GroupId').toString();
}

function port(number: unknown, more: Rule = { CidrIp: '10.0.0.0/16' }): Rule {
  return { IpProtocol: 'tcp', FromPort: number, ToPort: number, ...more };
}

function ofCdk(stack: Stack, allowAllOutbound: boolean): ecs.FargateService {
  const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
  const taskDefinition = new ecs.FargateTaskDefinition(stack, 'Task');
  taskDefinition.addContainer('app', { image: ecs.ContainerImage.fromRegistry('public.ecr.aws/nginx/nginx:1.27') });
  return new ecs.FargateService(stack, 'Service', {
    cluster: new ecs.Cluster(stack, 'Cluster', { vpc }), taskDefinition, securityGroups: [new ec2.SecurityGroup(stack, 'Group', { vpc, allowAllOutbound })],
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'only the port of a database', caught: true, app: (stack) => void tasks(stack, port(5432)) },
  { name: 'HTTPS over UDP', caught: true, app: (stack) => void tasks(stack, { ...port(443), IpProtocol: 'udp' }) },
  { name: 'the CDK without traffic out', caught: true, app: (stack) => void ofCdk(stack, false) },
  { name: 'no rule, which allows all traffic', caught: false, app: (stack) => void tasks(stack) },
  { name: 'all traffic', caught: false, app: (stack) => void tasks(stack, { IpProtocol: '-1', CidrIp: '0.0.0.0/0' }) },
  { name: 'HTTPS to the group of the endpoints', caught: false, app: (stack) => void tasks(stack, port(443, { DestinationSecurityGroupId: 'sg-1' })) },
  { name: 'HTTPS to a prefix list', caught: false, app: (stack) => void tasks(stack, port(443, { DestinationPrefixListId: 'pl-1' })) },
  {
    name: 'a rule that is a resource of its own',
    caught: false,
    app: (stack) => void resource(stack, 'Out', 'AWS::EC2::SecurityGroupEgress', { GroupId: tasks(stack, port(5432)), ...port(443) }),
  },
  {
    name: 'a rule that the CDK adds',
    caught: false,
    app: (stack) => ofCdk(stack, false).connections.allowToAnyIpv4(ec2.Port.tcp(443)),
  },
  { name: 'a parameter is the port', caught: false, notChecked: true, app: (stack) => void tasks(stack, port(parameter(stack))) },
];
