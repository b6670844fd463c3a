import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import type { CfnRule } from 'aws-cdk-lib/aws-events';
import { Duration } from 'aws-cdk-lib/core';
import type { Fix } from '../fixtures/snippet-context';

const schedule = events.Schedule.rate(Duration.days(1));

export const wrong: Fix = ({ stack, cluster, taskDefinition }) => {
  const rule = new events.Rule(stack, 'Nightly', { schedule });
  rule.addTarget(new targets.EcsTask({ cluster, taskDefinition, maxEventAge: Duration.hours(1) }));
  (rule.node.defaultChild as CfnRule).addPropertyOverride('Targets.0.RetryPolicy.MaximumRetryAttempts', 300);
};

export const plain: Fix = ({ stack, cluster, taskDefinition }) => {
  const rule = new events.Rule(stack, 'Nightly', { schedule });
  rule.addTarget(new targets.EcsTask({ cluster, taskDefinition, maxEventAge: Duration.hours(1), retryAttempts: 20 }));
};
