import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import { OneOffTask } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, taskDefinition, vpc }) => {
  const awsVpcConfiguration = { subnets: vpc.privateSubnets.map(({ subnetId }) => subnetId) };
  new events.CfnRule(stack, 'EveryNight', {
    scheduleExpression: 'cron(0 3 * * ? *)',
    targets: [{
      id: 'Task',
      arn: cluster.clusterArn,
      roleArn: 'arn:aws:iam::111122223333:role/ecsEventsRole',
      ecsParameters: {
        taskDefinitionArn: taskDefinition.taskDefinitionArn,
        networkConfiguration: { awsVpcConfiguration },
      },
    }],
  });
};

export const plain: Fix = ({ stack, cluster, taskDefinition }) => {
  new events.Rule(stack, 'EveryNight', {
    schedule: events.Schedule.cron({ hour: '3', minute: '0' }),
    targets: [new targets.EcsTask({ cluster, taskDefinition, launchType: ecs.LaunchType.FARGATE })],
  });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const cleanUp = new OneOffTask(stack, 'CleanUp', { cluster, image, command: ['npm', 'run', 'clean-up'] });
  new events.Rule(stack, 'EveryNight', {
    schedule: events.Schedule.cron({ hour: '3', minute: '0' }),
    targets: [cleanUp.asEventTarget()],
  });
};
