import type { Stack } from 'aws-cdk-lib/core';
import { fargateTask, parameter, resource, service } from '../fixtures/case-resources';
import type { GotchaCase } from '../fixtures/gotcha-case';

const ROUTER = { Name: 'router', Image: 'public.ecr.aws/aws-observability/aws-for-fluent-bit:2.32.2', FirelensConfiguration: { Type: 'fluentbit' } };

function task(stack: Stack, dependsOn?: unknown, driver: unknown = 'awsfirelens'): string {
  const app = { Name: 'app', Image: 'public.ecr.aws/nginx/nginx:1.27', LogConfiguration: { LogDriver: driver }, DependsOn: dependsOn };
  return fargateTask(stack, { ContainerDefinitions: [app, ROUTER] }).ref;
}

function nightly(stack: Stack, ...given: [dependsOn?: unknown, driver?: unknown]): void {
  resource(stack, 'Rule', 'AWS::Events::Rule', {
    ScheduleExpression: 'rate(1 day)', Targets: [{ Id: 'task', Arn: 'shop', EcsParameters: { TaskDefinitionArn: task(stack, ...given), LaunchType: 'FARGATE' } }],
  });
}

function when(Condition: unknown): unknown {
  return [{ ContainerName: 'router', Condition }];
}

export const cases: readonly GotchaCase[] = [
  { name: 'a rule runs it, and the container waits for nothing', caught: true, app: (stack) => nightly(stack) },
  { name: 'the container waits until the router has started', caught: true, app: (stack) => nightly(stack, when('START')) },
  {
    name: 'a schedule runs it',
    caught: true,
    app: (stack) => void resource(stack, 'Schedule', 'AWS::Scheduler::Schedule', {
      ScheduleExpression: 'rate(1 day)', Target: { Arn: 'shop', EcsParameters: { TaskDefinitionArn: task(stack), LaunchType: 'FARGATE' } },
    }),
  },
  {
    name: 'a state machine runs it',
    caught: true,
    app: (stack) => void resource(stack, 'StateMachine', 'AWS::StepFunctions::StateMachine', {
      DefinitionString: stack.toJsonString({
        StartAt: 'Run', States: { Run: { Type: 'Task', End: true, Resource: 'arn:aws:states:::ecs:runTask.sync', Parameters: { Cluster: 'shop', TaskDefinition: task(stack) } } },
      }),
    }),
  },
  { name: 'the container waits until the router is healthy', caught: false, app: (stack) => nightly(stack, when('HEALTHY')) },
  { name: 'the container logs by awslogs', caught: false, app: (stack) => nightly(stack, undefined, 'awslogs') },
  { name: 'a service runs it', caught: false, app: (stack) => void service(stack, { TaskDefinition: task(stack) }) },
  { name: 'a parameter is the condition', caught: false, notChecked: true, app: (stack) => nightly(stack, when(parameter(stack))) },
];
