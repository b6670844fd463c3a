import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

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

/** A state machine whose only state runs a task, with the definition as the CDK writes it. */
function workflow(stack: Stack, on: string, parameters: Properties = {}): void {
  resource(stack, 'StateMachine', 'AWS::StepFunctions::StateMachine', {
    DefinitionString: stack.toJsonString({
      StartAt: 'All',
      States: {
        All: { Type: 'Parallel', End: true, Branches: [{ StartAt: 'Run', States: { Run: runTask(stack, on, parameters) } }] },
      },
    }),
  });
}

function runTask(stack: Stack, on: string, parameters: Properties): Properties {
  return {
    Type: 'Task',
    End: true,
    Resource: `arn:${stack.partition}:states:::ecs:runTask.sync`,
    Parameters: { Cluster: on, TaskDefinition: fargateTask(stack).ref, ...parameters },
  };
}

export const cases: readonly GotchaCase[] = [
  { name: 'a rule runs a Fargate task without a launch type', caught: true, app: (stack) => nightly(stack, cluster(stack).getAtt('Arn')) },
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
  { name: 'it sets EC2 for a task that is made for Fargate', caught: true, app: (stack) => nightly(stack, cluster(stack).getAtt('Arn'), { LaunchType: 'EC2' }) },
  {
    name: 'it sets EC2 for a task that is made for both',
    caught: false,
    app: (stack) => nightly(stack, cluster(stack).getAtt('Arn'), { LaunchType: 'EC2' }, { RequiresCompatibilities: ['FARGATE', 'EC2'] }),
  },
  { name: 'it sets Fargate', caught: false, app: (stack) => nightly(stack, cluster(stack).getAtt('Arn'), { LaunchType: 'FARGATE' }) },
  {
    name: 'it sets a capacity provider',
    caught: false,
    app: (stack) => nightly(stack, cluster(stack).getAtt('Arn'), { CapacityProviderStrategy: [{ CapacityProvider: 'FARGATE_SPOT' }] }),
  },
  {
    name: 'the cluster has a strategy of its own',
    caught: false,
    app: (stack) => nightly(stack, cluster(stack, { DefaultCapacityProviderStrategy: [{ CapacityProvider: 'FARGATE', Weight: 1 }] }).getAtt('Arn')),
  },
  {
    name: 'an association sets the strategy of the cluster',
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
  {
    name: 'a state machine runs a Fargate task without a launch type',
    caught: true,
    app: (stack) => workflow(stack, cluster(stack).getAtt('Arn').toString()),
  },
  {
    name: 'a state machine with substitutions does',
    caught: true,
    app: (stack) => void resource(stack, 'StateMachine', 'AWS::StepFunctions::StateMachine', {
      Definition: { StartAt: 'Run', States: { Run: { ...runTask(stack, '${Cluster}', {}), Resource: 'arn:aws:states:::ecs:runTask' } } },
      DefinitionSubstitutions: { Cluster: cluster(stack).getAtt('Arn') },
    }),
  },
  {
    name: 'a state machine whose definition CloudFormation writes as JSON does',
    caught: true,
    app: (stack) => void resource(stack, 'StateMachine', 'AWS::StepFunctions::StateMachine', {
      DefinitionString: { 'Fn::ToJsonString': { StartAt: 'Run', States: { Run: runTask(stack, cluster(stack).getAtt('Arn').toString(), {}) } } },
    }),
  },
  {
    name: 'a state machine sets Fargate',
    caught: false,
    app: (stack) => workflow(stack, cluster(stack).getAtt('Arn').toString(), { LaunchType: 'FARGATE' }),
  },
  {
    name: 'a state machine reads the launch type from its input',
    caught: false,
    notChecked: true,
    app: (stack) => workflow(stack, cluster(stack).getAtt('Arn').toString(), { 'Cluster.$': '$.cluster', 'Cluster': undefined }),
  },
  {
    name: 'the definition of a state machine is in a bucket',
    caught: false,
    app: (stack) => void resource(stack, 'StateMachine', 'AWS::StepFunctions::StateMachine', { DefinitionS3Location: { Bucket: 'b', Key: 'k' } }),
  },
  { name: 'the cluster comes from outside', caught: false, notChecked: true, app: (stack) => nightly(stack, parameter(stack)) },
];
