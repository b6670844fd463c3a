import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { CpuTargetScaling } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, service }) => {
  const metric = new cloudwatch.Metric({
    namespace: 'AWS/ECS',
    metricName: 'CPUUtilization',
    dimensionsMap: { Cluster: cluster.clusterName, Service: service.serviceArn },
  });
  new cloudwatch.Alarm(stack, 'Busy', { metric, threshold: 80, evaluationPeriods: 3 });
};

export const plain: Fix = ({ stack, service }) => {
  const metric = service.metricCpuUtilization();
  new cloudwatch.Alarm(stack, 'Busy', { metric, threshold: 80, evaluationPeriods: 3 });
};

export const guarded: Fix = ({ stack, web }) => {
  new CpuTargetScaling(stack, 'CpuScaling', { service: web, targetUtilizationPercent: 60 });
};
