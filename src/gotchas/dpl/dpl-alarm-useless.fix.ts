import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { DeploymentAlarms } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, taskDefinition }) => {
  const service = new ecs.FargateService(stack, 'Service', { cluster, taskDefinition });
  const resource = service.node.findChild('Service') as ecs.CfnService;
  resource.addPropertyOverride('DeploymentConfiguration.Alarms', { AlarmNames: [], Enable: true, Rollback: true });
};

export const plain: Fix = ({ stack, cluster, taskDefinition, loadBalancer }) => {
  const errors = new cloudwatch.Alarm(stack, 'Errors', {
    metric: loadBalancer.metrics.httpCodeTarget(elbv2.HttpCodeTarget.TARGET_5XX_COUNT),
    threshold: 10,
    evaluationPeriods: 2,
  });
  new ecs.FargateService(stack, 'Service', {
    cluster,
    taskDefinition,
    deploymentAlarms: { alarmNames: [errors.alarmName], behavior: ecs.AlarmBehavior.ROLLBACK_ON_ALARM },
  });
};

export const guarded: Fix = ({ stack, web }) => {
  const errors = new cloudwatch.Alarm(stack, 'Errors', {
    metric: web.targetGroup.metrics.httpCodeTarget(elbv2.HttpCodeTarget.TARGET_5XX_COUNT),
    threshold: 10,
    evaluationPeriods: 2,
  });
  new DeploymentAlarms(stack, 'StopOnErrors', { service: web, alarms: [errors] });
};
