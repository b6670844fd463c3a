import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Rule = Readonly<Record<string, unknown>>;

/** Tasks with a security group that has the rule for traffic out. */
function tasks(stack: Stack, rule?: Rule, container: Rule = {}, subnet: unknown = 'subnet-1'): string {
  const group = resource(stack, 'Group', 'AWS::EC2::SecurityGroup', { GroupDescription: 'tasks', VpcId: 'vpc-1', SecurityGroupEgress: rule ? [rule] : undefined });
  service(stack, {
    TaskDefinition: fargateTask(stack, {}, container).ref,
    NetworkConfiguration: { AwsvpcConfiguration: { Subnets: [subnet], SecurityGroups: [group.getAtt('GroupId').toString()] } },
  });
  return group.getAtt('GroupId').toString();
}

const OWN_IMAGE = { Image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:1' };

/** Tasks in a subnet with endpoints, whose one rule stays in the VPC. */
function isolated(stack: Stack, hasDoorToS3: boolean, to: 'group' | 'other group' | 'addresses'): void {
  const VpcId = resource(stack, 'Vpc', 'AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' }).ref;
  const subnet = resource(stack, 'Subnet', 'AWS::EC2::Subnet', { VpcId, CidrBlock: '10.0.0.0/24' }).ref;
  const doors = resource(stack, 'Doors', 'AWS::EC2::SecurityGroup', { GroupDescription: 'endpoints', VpcId }).getAtt('GroupId').toString();
  const other = resource(stack, 'Other', 'AWS::EC2::SecurityGroup', { GroupDescription: 'database', VpcId }).getAtt('GroupId').toString();
  const endpoint = (name: string, properties: Rule) => resource(stack, name.replace('.', ''), 'AWS::EC2::VPCEndpoint', {
    VpcId, ServiceName: { 'Fn::Sub': `com.amazonaws.\${AWS::Region}.${name}` }, ...properties,
  });
  for (const name of ['ecr.api', 'ecr.dkr', ...hasDoorToS3 ? ['s3'] : []]) {
    endpoint(name, { VpcEndpointType: 'Interface', PrivateDnsEnabled: true, SubnetIds: [subnet], SecurityGroupIds: [doors] });
  }
  if (!hasDoorToS3) endpoint('s3', { VpcEndpointType: 'Gateway', RouteTableIds: ['rtb-1'] });
  tasks(stack, to === 'addresses' ? port(443) : port(443, { DestinationSecurityGroupId: to === 'group' ? doors : other }), OWN_IMAGE, subnet);
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
  { name: 'HTTPS in the VPC, for an image of the internet', caught: true, app: (stack) => void tasks(stack, port(443)) },
  { name: 'HTTPS to the group of the endpoints, and S3 has a gateway endpoint', caught: true, app: (stack) => isolated(stack, false, 'group') },
  { name: 'HTTPS to the addresses of the VPC, and S3 has a gateway endpoint', caught: true, app: (stack) => isolated(stack, false, 'addresses') },
  { name: 'HTTPS to another group than that of the endpoints', caught: true, app: (stack) => isolated(stack, true, 'other group') },
  { name: 'HTTPS to the group of the endpoints, and S3 is one of them', caught: false, app: (stack) => isolated(stack, true, 'group') },
  { name: 'HTTPS to the addresses of the VPC, and S3 has an interface endpoint', caught: false, app: (stack) => isolated(stack, true, 'addresses') },
  { name: 'HTTPS in the VPC, and the subnet is from elsewhere', caught: false, notChecked: true, app: (stack) => void tasks(stack, port(443), OWN_IMAGE) },
  { name: 'HTTPS to a prefix list', caught: false, app: (stack) => void tasks(stack, port(443, { DestinationPrefixListId: 'pl-1' })) },
  {
    name: 'a rule that is a resource of its own',
    caught: false,
    app: (stack) => void resource(stack, 'Out', 'AWS::EC2::SecurityGroupEgress', { GroupId: tasks(stack, port(5432)), ...port(443, { CidrIp: '0.0.0.0/0' }) }),
  },
  {
    name: 'a rule that the CDK adds',
    caught: false,
    app: (stack) => ofCdk(stack, false).connections.allowToAnyIpv4(ec2.Port.tcp(443)),
  },
  { name: 'a parameter is the port', caught: false, notChecked: true, app: (stack) => void tasks(stack, port(parameter(stack))) },
];
