import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as logs from 'aws-cdk-lib/aws-logs';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack }) => {
  const sessions = new logs.LogGroup(stack, 'Sessions', { retention: logs.RetentionDays.ONE_YEAR });
  const logConfiguration = { cloudWatchLogGroupName: sessions.logGroupName };
  new ecs.CfnCluster(stack, 'Audited', {
    configuration: { executeCommandConfiguration: { logging: 'DEFAULT', logConfiguration } },
  });
};

export const plain: Fix = ({ stack }) => {
  const sessions = new logs.LogGroup(stack, 'Sessions', { retention: logs.RetentionDays.ONE_YEAR });
  const logConfiguration = { cloudWatchLogGroupName: sessions.logGroupName };
  new ecs.CfnCluster(stack, 'Audited', {
    configuration: { executeCommandConfiguration: { logging: 'OVERRIDE', logConfiguration } },
  });
};
