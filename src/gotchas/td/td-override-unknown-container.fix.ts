import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import { OneOffTask } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, taskDefinition }) => {
  new events.Rule(stack, 'EveryNight', {
    schedule: events.Schedule.cron({ hour: '3', minute: '0' }),
    targets: [new targets.EcsTask({
      cluster,
      taskDefinition,
      launchType: ecs.LaunchType.FARGATE,
      containerOverrides: [{ containerName: 'web', command: ['npm', 'run', 'clean-up'] }],
    })],
  });
};

export const plain: Fix = ({ stack, cluster, taskDefinition }) => {
  new events.Rule(stack, 'EveryNight', {
    schedule: events.Schedule.cron({ hour: '3', minute: '0' }),
    targets: [new targets.EcsTask({
      cluster,
      taskDefinition,
      launchType: ecs.LaunchType.FARGATE,
      containerOverrides: [{ containerName: 'app', command: ['npm', 'run', 'clean-up'] }],
    })],
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const task = new OneOffTask(stack, 'Task', { cluster, image });
  new events.Rule(stack, 'EveryNight', {
    schedule: events.Schedule.cron({ hour: '3', minute: '0' }),
    targets: [task.asEventTarget({ command: ['npm', 'run', 'clean-up'] })],
  });
};
