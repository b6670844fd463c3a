import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import * as tasks from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Duration } from 'aws-cdk-lib/core';
import { OneOffTask } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, vpc, cluster, taskDefinition }) => {
  const run = new sfn.CustomState(stack, 'Run', {
    stateJson: {
      Type: 'Task',
      Resource: 'arn:aws:states:::aws-sdk:ecs:runTask.sync',
      TimeoutSeconds: 3600,
      Parameters: {
        Cluster: cluster.clusterArn,
        TaskDefinition: taskDefinition.taskDefinitionArn,
        LaunchType: 'FARGATE',
        NetworkConfiguration: { AwsvpcConfiguration: { Subnets: vpc.selectSubnets().subnetIds } },
      },
    },
  });
  const job = new sfn.StateMachine(stack, 'Job', { definitionBody: sfn.DefinitionBody.fromChainable(run) });
  taskDefinition.grantRun(job);
};

export const plain: Fix = ({ stack, cluster, taskDefinition }) => {
  const run = new tasks.EcsRunTask(stack, 'Run', {
    integrationPattern: sfn.IntegrationPattern.RUN_JOB,
    taskTimeout: sfn.Timeout.duration(Duration.hours(1)),
    cluster,
    taskDefinition,
    launchTarget: new tasks.EcsFargateLaunchTarget(),
  });
  new sfn.StateMachine(stack, 'Job', { definitionBody: sfn.DefinitionBody.fromChainable(run) });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const task = new OneOffTask(stack, 'CleanUp', { cluster, image });
  const run = task.asState(stack, 'Run', { timeout: Duration.hours(1) });
  new sfn.StateMachine(stack, 'Job', { definitionBody: sfn.DefinitionBody.fromChainable(run) });
};
