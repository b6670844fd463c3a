import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as patterns from 'aws-cdk-lib/aws-ecs-patterns';
import { CfnCondition, Fn, type CfnResource, type Stack } from 'aws-cdk-lib/core';
import { resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const GROUP = 'AWS::EC2::SecurityGroup';

function group(stack: Stack, id: string, from?: string): CfnResource {
  const rule = { IpProtocol: 'tcp', FromPort: 80, ToPort: 80, SourceSecurityGroupId: from && { 'Fn::GetAtt': [from, 'GroupId'] } };
  return resource(stack, id, GROUP, { GroupDescription: id, VpcId: 'vpc-1', SecurityGroupIngress: from ? [rule] : [] });
}

function behind(stack: Stack, ...groups: readonly CfnResource[]): CfnResource {
  return service(stack, { NetworkConfiguration: { AwsvpcConfiguration: { Subnets: ['subnet-1'], SecurityGroups: groups.map(({ ref }) => ref) } } });
}

export const cases: readonly GotchaCase[] = [
  { name: 'two security groups with rules for each other', caught: true, app: (stack) => void behind(stack, group(stack, 'Tasks', 'Balancer'), group(stack, 'Balancer', 'Tasks')) },
  { name: 'a rule for the group itself', caught: true, app: (stack) => void behind(stack, group(stack, 'Tasks', 'Tasks')) },
  {
    name: 'a policy that names the service that depends on it',
    caught: true,
    app: (stack) => {
      const own = behind(stack);
      own.addPropertyOverride('Tags', [{ Key: 'policy', Value: { Ref: 'Policy' } }]);
      resource(stack, 'Policy', 'AWS::IAM::Policy', { PolicyName: 'p', PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'ecs:UpdateService', Resource: own.ref }] } });
    },
  },
  {
    name: 'a rule of its own',
    caught: false,
    app: (stack) => {
      const [tasks, balancer] = [group(stack, 'Tasks'), group(stack, 'Balancer', 'Tasks')];
      resource(stack, 'Rule', 'AWS::EC2::SecurityGroupIngress', { GroupId: tasks.ref, IpProtocol: 'tcp', FromPort: 80, ToPort: 80, SourceSecurityGroupId: balancer.ref });
      behind(stack, tasks, balancer);
    },
  },
  {
    name: 'a condition may open the circle',
    caught: false,
    app: (stack) => {
      const balancer = group(stack, 'Balancer', 'Tasks');
      balancer.cfnOptions.condition = new CfnCondition(stack, 'IsOpen', { expression: Fn.conditionEquals('a', 'b') });
      behind(stack, group(stack, 'Tasks', 'Balancer'));
    },
  },
  {
    name: 'a web service of the CDK',
    caught: false,
    app: (stack) => void new patterns.ApplicationLoadBalancedFargateService(stack, 'Web', {
      vpc: new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }), taskImageOptions: { image: ecs.ContainerImage.fromRegistry('nginx') }, minHealthyPercent: 100,
    }),
  },
];
