import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import * as schedulerTargets from 'aws-cdk-lib/aws-scheduler-targets';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Duration } from 'aws-cdk-lib/core';
import { JobOverlap, OneOffTask, ScheduledJob } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, taskDefinition }) => {
  const run = new tasks.EcsRunTask(stack, 'Run', {
    integrationPattern: sfn.IntegrationPattern.RUN_JOB,
    cluster,
    taskDefinition,
    launchTarget: new tasks.EcsFargateLaunchTarget(),
    taskTimeout: sfn.Timeout.duration(Duration.minutes(20)),
  });
  const flow = new sfn.StateMachine(stack, 'Flow', { definitionBody: sfn.DefinitionBody.fromChainable(run) });
  new scheduler.Schedule(stack, 'Poll', {
    schedule: scheduler.ScheduleExpression.rate(Duration.minutes(5)),
    target: new schedulerTargets.StepFunctionsStartExecution(flow, {}),
  });
};

export const plain: Fix = ({ stack, cluster, taskDefinition }) => {
  const run = new tasks.EcsRunTask(stack, 'Run', {
    integrationPattern: sfn.IntegrationPattern.RUN_JOB,
    cluster,
    taskDefinition,
    launchTarget: new tasks.EcsFargateLaunchTarget(),
    taskTimeout: sfn.Timeout.duration(Duration.minutes(4)),
  });
  const flow = new sfn.StateMachine(stack, 'Flow', { definitionBody: sfn.DefinitionBody.fromChainable(run) });
  new scheduler.Schedule(stack, 'Poll', {
    schedule: scheduler.ScheduleExpression.rate(Duration.minutes(5)),
    target: new schedulerTargets.StepFunctionsStartExecution(flow, {}),
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const task = new OneOffTask(stack, 'Poll', { cluster, image });
  new ScheduledJob(stack, 'PollOften', {
    task,
    schedule: scheduler.ScheduleExpression.rate(Duration.minutes(5)),
    timeout: Duration.minutes(20),
    overlap: JobOverlap.skip(), // the default
  });
};
