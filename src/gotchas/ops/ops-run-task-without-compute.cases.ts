import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import type { GotchaCase } from '../gotcha-case';
import { fargateTask, parameter, resource } from '../small-app.cases';

type Properties = Readonly<Record<string, unknown>>;

function cluster(stack: Stack, properties: Properties = {}): CfnResource {
  return resource(stack, 'Cluster', 'AWS::ECS::Cluster', properties);
}

function nightly(stack: Stack, on: unknown, parameters: Properties = {}, task: Properties = {}): void {
  resource(stack, 'Rule', 'AWS::Events::Rule', {
    ScheduleExpression: 'rate(1 day)',
    Targets: [{ Id: 'task', Arn: on, EcsParameters: { TaskDefinitionArn: fargateTask(stack, task).ref, ...parameters } }],
  });
}

export const cases: readonly GotchaCase[] = [
  { name: 'a rule runs a Fargate task and does not say so', caught: true, app: (stack) => nightly(stack, cluster(stack).getAtt('Arn')) },
  {
    name: 'a schedule does',
    caught: true,
    app: (stack) => void resource(stack, 'Schedule', 'AWS::Scheduler::Schedule', {
      ScheduleExpression: 'rate(1 day)',
      Target: {
        Arn: cluster(stack, { CapacityProviders: ['FARGATE'] }).getAtt('Arn'), RoleArn: 'role', EcsParameters: { TaskDefinitionArn: fargateTask(stack).ref },
      },
    }),
  },
  { name: 'it says Fargate', caught: false, app: (stack) => nightly(stack, cluster(stack).getAtt('Arn'), { LaunchType: 'FARGATE' }) },
  {
    name: 'it says which capacity provider',
    caught: false,
    app: (stack) => nightly(stack, cluster(stack).getAtt('Arn'), { CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE_SPOT' }] }),
  },
  {
    name: 'the cluster has a strategy of its own',
    caught: false,
    app: (stack) => nightly(stack, cluster(stack, { DefaultCapacityProviderStrategy: [{ CapacityProvider: 'FARGATE', Weight: 1 }] }).getAtt('Arn')),
  },
  {
    name: 'an association gives the cluster a strategy',
    caught: false,
    app: (stack) => {
      const own = cluster(stack);
      resource(stack, 'Association', 'AWS::ECS::ClusterCapacityProviderAssociations', {
        Cluster: own.ref, CapacityProviders: ['FARGATE'], DefaultCapacityProviderStrategy: [{ CapacityProvider: 'FARGATE' }],
      });
      nightly(stack, own.getAtt('Arn'));
    },
  },
  {
    name: 'instances join the cluster',
    caught: false,
    app: (stack) => {
      const own = cluster(stack);
      const launch = resource(stack, 'Launch', 'AWS::AutoScaling::LaunchConfiguration', {
        UserData: { 'Fn::Base64': { 'Fn::Join': ['', ['echo ECS_CLUSTER=', { Ref: 'Cluster' }]] } },
      });
      resource(stack, 'Group', 'AWS::AutoScaling::AutoScalingGroup', { LaunchConfigurationName: launch.ref });
      nightly(stack, own.getAtt('Arn'));
    },
  },
  {
    name: 'the task is for EC2',
    caught: false,
    app: (stack) => nightly(stack, cluster(stack).getAtt('Arn'), {}, { RequiresCompatibilities: ['EC2'] }),
  },
  { name: 'the cluster comes from outside', caught: false, notChecked: true, app: (stack) => nightly(stack, parameter(stack)) },
];
