import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Duration } from 'aws-cdk-lib/core';
import { OneOffTask } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, taskDefinition }) => {
  const run = new tasks.EcsRunTask(stack, 'Run', {
    integrationPattern: sfn.IntegrationPattern.RUN_JOB,
    cluster,
    taskDefinition,
    launchTarget: new tasks.EcsFargateLaunchTarget(),
  });
  new sfn.StateMachine(stack, 'Flow', { definitionBody: sfn.DefinitionBody.fromChainable(run) });
};

export const plain: Fix = ({ stack, cluster, taskDefinition }) => {
  const run = new tasks.EcsRunTask(stack, 'Run', {
    integrationPattern: sfn.IntegrationPattern.RUN_JOB,
    cluster,
    taskDefinition,
    launchTarget: new tasks.EcsFargateLaunchTarget(),
    taskTimeout: sfn.Timeout.duration(Duration.hours(1)),
  });
  new sfn.StateMachine(stack, 'Flow', { definitionBody: sfn.DefinitionBody.fromChainable(run) });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const task = new OneOffTask(stack, 'CleanUp', { cluster, image, command: ['npm', 'run', 'clean-up'] });
  const run = task.asState(stack, 'Run', { timeout: Duration.hours(1) });
  new sfn.StateMachine(stack, 'Flow', { definitionBody: sfn.DefinitionBody.fromChainable(run) });
};
