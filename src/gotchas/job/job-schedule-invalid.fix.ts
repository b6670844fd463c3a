import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import { Duration } from 'aws-cdk-lib/core';
import { OneOffTask, ScheduledJob } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, taskDefinition, queue }) => {
  new events.Rule(stack, 'Weekdays', {
    schedule: events.Schedule.expression('cron(0 8 * * MON-FRI)'),
    targets: [
      new targets.EcsTask({ cluster, taskDefinition, launchType: ecs.LaunchType.FARGATE, deadLetterQueue: queue }),
    ],
  });
};

export const plain: Fix = ({ stack, cluster, taskDefinition, queue }) => {
  new events.Rule(stack, 'Weekdays', {
    schedule: events.Schedule.cron({ minute: '0', hour: '8', weekDay: 'MON-FRI' }),
    targets: [
      new targets.EcsTask({ cluster, taskDefinition, launchType: ecs.LaunchType.FARGATE, deadLetterQueue: queue }),
    ],
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const task = new OneOffTask(stack, 'CleanUp', { cluster, image, command: ['npm', 'run', 'clean-up'] });
  new ScheduledJob(stack, 'Weekdays', {
    task,
    schedule: scheduler.ScheduleExpression.cron({ minute: '0', hour: '8', weekDay: 'MON-FRI' }),
    timeout: Duration.hours(1),
  });
};
