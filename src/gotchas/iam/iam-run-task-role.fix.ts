import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as iam from 'aws-cdk-lib/aws-iam';
import { OneOffTask } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, taskDefinition }) => {
  const role = new iam.Role(stack, 'Starter', { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com') });
  new events.Rule(stack, 'EveryNight', {
    schedule: events.Schedule.cron({ hour: '3', minute: '0' }),
    targets: [new targets.EcsTask({ cluster, taskDefinition, role, launchType: ecs.LaunchType.FARGATE })],
  });
};

export const plain: Fix = ({ stack, cluster, taskDefinition }) => {
  new events.Rule(stack, 'EveryNight', {
    schedule: events.Schedule.cron({ hour: '3', minute: '0' }),
    targets: [new targets.EcsTask({ cluster, taskDefinition, launchType: ecs.LaunchType.FARGATE })], // creates the role
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const task = new OneOffTask(stack, 'CleanUp', { cluster, image, command: ['npm', 'run', 'clean-up'] });
  new events.Rule(stack, 'EveryNight', {
    schedule: events.Schedule.cron({ hour: '3', minute: '0' }),
    targets: [task.asEventTarget()], // creates the role
  });
};
