import type { CfnResource, Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';
import { instances } from '../fixtures/instances';

type Properties = Readonly<Record<string, unknown>>;

/** A cluster whose instances begin at 0, except for the arguments. */
function cluster(stack: Stack, group: Properties = {}, provider: Properties = {}, strategy: readonly Properties[] = []): CfnResource {
  const own = resource(stack, 'Cluster', 'AWS::ECS::Cluster', {});
  const join = { 'Fn::Base64': { 'Fn::Join': ['', ['#!/bin/bash\necho ECS_CLUSTER=', { Ref: 'Cluster' }, ' >> /etc/ecs/ecs.config']] } };
  const name = instances(stack, { launch: { UserData: join }, group: { MinSize: '0', ...group }, provider });
  resource(stack, 'Association', 'AWS::ECS::ClusterCapacityProviderAssociations', {
    Cluster: own.ref, CapacityProviders: [name], DefaultCapacityProviderStrategy: strategy,
  });
  return own;
}

function task(stack: Stack): string {
  return fargateTask(stack, { RequiresCompatibilities: ['EC2'], NetworkMode: 'bridge' }).ref;
}

function run(stack: Stack, own: CfnResource, parameters: Properties = { LaunchType: 'EC2' }): void {
  resource(stack, 'StateMachine', 'AWS::StepFunctions::StateMachine', {
    DefinitionString: stack.toJsonString({
      StartAt: 'Run',
      States: { Run: { Type: 'Task', End: true, Resource: 'arn:aws:states:::ecs:runTask.sync', Parameters: { Cluster: own.getAtt('Arn'), TaskDefinition: task(stack), ...parameters } } },
    }),
  });
}

function nightly(stack: Stack, own: CfnResource): void {
  resource(stack, 'Rule', 'AWS::Events::Rule', {
    ScheduleExpression: 'rate(1 day)',
    Targets: [{ Id: 'task', Arn: own.getAtt('Arn'), RoleArn: 'arn:aws:iam::111122223333:role/events', EcsParameters: { TaskDefinitionArn: task(stack), LaunchType: 'EC2' } }],
  });
}

function serve(stack: Stack, own: CfnResource, properties: Properties = {}): void {
  service(stack, { Cluster: own.ref, LaunchType: 'EC2', TaskDefinition: task(stack), DesiredCount: 2, ...properties });
}

const BY_PROVIDER = [{ CapacityProvider: { Ref: 'Provider' }, Weight: 1 }];

export const cases: readonly GotchaCase[] = [
  { name: 'a state machine runs a task', caught: true, app: (stack) => run(stack, cluster(stack)) },
  { name: 'in a cluster with a default strategy', caught: true, app: (stack) => run(stack, cluster(stack, {}, {}, BY_PROVIDER)) },
  { name: 'a rule does', caught: true, app: (stack) => nightly(stack, cluster(stack)) },
  { name: 'a service does', caught: true, app: (stack) => serve(stack, cluster(stack)) },
  { name: 'a strategy names the provider', caught: false, app: (stack) => run(stack, cluster(stack), { CapacityProviderStrategy: BY_PROVIDER }) },
  { name: 'the cluster decides', caught: false, app: (stack) => run(stack, cluster(stack, {}, {}, BY_PROVIDER), {}) },
  { name: 'there is an instance at least', caught: false, app: (stack) => run(stack, cluster(stack, { MinSize: '1' })) },
  { name: 'the group is set to a number', caught: false, app: (stack) => run(stack, cluster(stack, { DesiredCapacity: '2' })) },
  {
    name: 'a schedule starts instances',
    caught: false,
    app: (stack) => {
      run(stack, cluster(stack));
      resource(stack, 'Morning', 'AWS::AutoScaling::ScheduledAction', { AutoScalingGroupName: { Ref: 'Group' }, Recurrence: '0 6 * * *', MinSize: 1 });
    },
  },
  {
    name: 'a policy starts instances',
    caught: false,
    app: (stack) => {
      run(stack, cluster(stack));
      resource(stack, 'Policy', 'AWS::AutoScaling::ScalingPolicy', { AutoScalingGroupName: { Ref: 'Group' }, PolicyType: 'TargetTrackingScaling' });
    },
  },
  { name: 'the provider scales nothing', caught: false, app: (stack) => run(stack, cluster(stack, {}, { ManagedScaling: { Status: 'DISABLED' } })) },
  {
    name: 'a service keeps instances',
    caught: false,
    app: (stack) => {
      run(stack, cluster(stack));
      service(stack, { Cluster: { Ref: 'Cluster' }, LaunchType: undefined, CapacityProviderStrategy: BY_PROVIDER, TaskDefinition: { Ref: 'Task' } });
    },
  },
  { name: 'a daemon runs where instances are', caught: false, app: (stack) => serve(stack, cluster(stack), { SchedulingStrategy: 'DAEMON', DesiredCount: undefined }) },
  { name: 'a parameter is the minimum', caught: false, notChecked: true, app: (stack) => run(stack, cluster(stack, { MinSize: parameter(stack) })) },
  { name: 'a parameter is the launch type', caught: false, notChecked: true, app: (stack) => serve(stack, cluster(stack), { LaunchType: parameter(stack) }) },
];
