import * as iam from 'aws-cdk-lib/aws-iam';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Duration } from 'aws-cdk-lib/core';
import { CpuTargetScaling, FargateWorkerService, QueueConsumer, TaskScaleInProtection } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, service }) => {
  const jobs = new sqs.Queue(stack, 'Jobs', { visibilityTimeout: Duration.minutes(40) });
  jobs.grantConsumeMessages(service.taskDefinition.taskRole);
  service.autoScaleTaskCount({ maxCapacity: 10 }).scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 });
};

export const plain: Fix = ({ stack, service }) => {
  const jobs = new sqs.Queue(stack, 'Jobs', { visibilityTimeout: Duration.minutes(40) });
  jobs.grantConsumeMessages(service.taskDefinition.taskRole);
  service.taskDefinition.addToTaskRolePolicy(new iam.PolicyStatement({
    actions: ['ecs:GetTaskProtection', 'ecs:UpdateTaskProtection'],
    resources: ['*'],
    conditions: { ArnEquals: { 'ecs:cluster': service.cluster.clusterArn } },
  }));
  service.autoScaleTaskCount({ maxCapacity: 10 }).scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 });
};

export const guarded: Fix = ({ stack, cluster, image }) => {
  const service = new FargateWorkerService(stack, 'Worker', { cluster, image });
  new QueueConsumer(stack, 'Jobs', { service, processingTime: Duration.minutes(40) });
  new TaskScaleInProtection(stack, 'Protection', { service, protectionTime: Duration.minutes(45) });
  new CpuTargetScaling(stack, 'Cpu', { service, minCapacity: 1, maxCapacity: 10 });
};
