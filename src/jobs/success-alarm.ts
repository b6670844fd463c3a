import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as cloudwatchActions from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as sns from 'aws-cdk-lib/aws-sns';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Duration, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { JOB_METRIC } from '../facts/job-metric';

const MINUTE = 60;
const HOUR = 3600;

/**
 * A state that counts a success.
 *
 * The metric of Step Functions can't count it: an execution that skips its work because another one runs succeeds too.
 */
export function countSuccess(scope: Construct, job: string): sfn.CustomState {
  const state = new sfn.CustomState(scope, 'CountSuccess', {
    stateJson: {
      Type: 'Task',
      Resource: `arn:${Stack.of(scope).partition}:states:::aws-sdk:cloudwatch:putMetricData`,
      Parameters: { Namespace: JOB_METRIC.namespace, MetricData: [{ MetricName: JOB_METRIC.name, Value: 1, Unit: 'Count', Dimensions: [{ Name: 'Job', Value: job }] }] },
      ResultPath: null,
    },
  });
  state.addRetry({ interval: Duration.seconds(2), maxAttempts: 5, backoffRate: 2 });
  return state;
}

export function allowCounting(machine: sfn.StateMachine): void {
  machine.addToRolePolicy(new iam.PolicyStatement({
    actions: ['cloudwatch:PutMetricData'], resources: ['*'], conditions: { StringEquals: { 'cloudwatch:namespace': JOB_METRIC.namespace } },
  }));
}

/** An alarm for a job that has not succeeded for a time. */
export function successAlarm(scope: Construct, job: string, within: Duration, topic: sns.ITopic | undefined): cloudwatch.Alarm {
  const seconds = within.toSeconds();
  const period = seconds % HOUR === 0 ? HOUR : MINUTE;
  const alarm = new cloudwatch.Alarm(scope, 'NoSuccess', {
    alarmDescription: `No run of ${scope.node.path} succeeded within ${within.toHumanString()}`.slice(0, 1024),
    metric: new cloudwatch.Metric({
      namespace: JOB_METRIC.namespace, metricName: JOB_METRIC.name, dimensionsMap: { Job: job }, statistic: 'Sum', period: Duration.seconds(period),
    }),
    threshold: 1,
    comparisonOperator: cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
    evaluationPeriods: seconds / period,
    treatMissingData: cloudwatch.TreatMissingData.BREACHING,
  });
  if (topic) alarm.addAlarmAction(new cloudwatchActions.SnsAction(topic));
  return alarm;
}
