import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as scheduler from 'aws-cdk-lib/aws-scheduler';
import { Duration } from 'aws-cdk-lib/core';
import { OneOffTask, ScheduledJob } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, taskDefinition, queue }) => {
  const rule = new events.Rule(stack, 'EveryNight', {
    schedule: events.Schedule.cron({ hour: '3', minute: '0' }),
    targets: [new targets.EcsTask({ cluster, taskDefinition, deadLetterQueue: queue })],
  });
  (rule.node.defaultChild as events.CfnRule).addPropertyOverride('Targets.0.Arn', taskDefinition.taskDefinitionArn);
};

export const plain: Fix = ({ stack, cluster, taskDefinition, queue }) => {
  new events.Rule(stack, 'EveryNight', {
    schedule: events.Schedule.cron({ hour: '3', minute: '0' }),
    targets: [new targets.EcsTask({ cluster, taskDefinition, deadLetterQueue: queue })],
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const task = new OneOffTask(stack, 'CleanUp', { cluster, image, command: ['npm', 'run', 'clean-up'] });
  new ScheduledJob(stack, 'EveryNight', {
    task,
    schedule: scheduler.ScheduleExpression.cron({ hour: '3', minute: '0' }),
    timeout: Duration.hours(1),
  });
};
