import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

type Properties = Readonly<Record<string, unknown>>;

function guarded(stack: Stack, ...sources: readonly Properties[]): void {
  const group = resource(stack, 'TaskGroup', 'AWS::EC2::SecurityGroup', {
    GroupDescription: 'tasks',
    VpcId: 'vpc-1',
    SecurityGroupIngress: sources.map((source) => ({ IpProtocol: 'tcp', FromPort: 8080, ToPort: 8080, ...source })),
  });
  service(stack, {
    TaskDefinition: fargateTask(stack, {}, { PortMappings: [{ ContainerPort: 8080, Name: 'http' }] }).ref,
    NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-1'], SecurityGroups: [group.getAtt('GroupId')] } },
    VpcLatticeConfigurations: [{ PortName: 'http', RoleArn: 'arn:aws:iam::111122223333:role/lattice', TargetGroupArn: 'arn:group' }],
  });
}

function vpcBlock(stack: Stack): unknown {
  return resource(stack, 'Vpc', 'AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' }).getAtt('CidrBlock');
}

export const cases: readonly GotchaCase[] = [
  { name: 'the addresses of the VPC are admitted', caught: true, app: (stack) => guarded(stack, { CidrIp: '10.0.0.0/16' }) },
  { name: 'the VPC is admitted by a reference', caught: true, app: (stack) => guarded(stack, { CidrIp: vpcBlock(stack) }) },
  { name: 'the group of the clients is admitted', caught: true, app: (stack) => guarded(stack, { SourceSecurityGroupId: 'sg-1' }) },
  { name: 'nothing is admitted', caught: true, app: (stack) => guarded(stack) },
  { name: 'the prefix list is for another port', caught: true, app: (stack) => guarded(stack, { FromPort: 80, ToPort: 80, SourcePrefixListId: 'pl-1' }) },
  { name: 'a prefix list is admitted', caught: false, app: (stack) => guarded(stack, { SourcePrefixListId: 'pl-1' }) },
  { name: 'a prefix list is admitted beside the VPC', caught: false, app: (stack) => guarded(stack, { CidrIp: '10.0.0.0/16' }, { SourcePrefixListId: parameter(stack) }) },
  { name: 'everything is admitted', caught: false, app: (stack) => guarded(stack, { CidrIp: '0.0.0.0/0' }) },
  { name: 'the addresses of VPC Lattice are admitted', caught: false, app: (stack) => guarded(stack, { CidrIp: '169.254.171.0/24' }) },
  { name: 'there is no VPC Lattice', caught: false, app: (stack) => void service(stack, { TaskDefinition: fargateTask(stack).ref }) },
  { name: 'a parameter is the source', caught: false, notChecked: true, app: (stack) => guarded(stack, { CidrIp: parameter(stack) }) },
];
