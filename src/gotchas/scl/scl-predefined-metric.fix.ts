import * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import { RequestCountTargetScaling } from '../../index';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, service, listener }) => {
  const targetGroup = listener.addTargets('Web', { port: 80, targets: [service] });
  const target = new appscaling.ScalableTarget(stack, 'Scaling', {
    serviceNamespace: appscaling.ServiceNamespace.ECS,
    resourceId: `service/${cluster.clusterName}/${service.serviceName}`,
    scalableDimension: 'ecs:service:DesiredCount',
    minCapacity: 2,
    maxCapacity: 10,
  });
  target.scaleToTrackMetric('Requests', {
    targetValue: 1000,
    predefinedMetric: appscaling.PredefinedMetric.ALB_REQUEST_COUNT_PER_TARGET,
    resourceLabel: targetGroup.targetGroupFullName,
  });
};

export const plain: Fix = ({ service, listener }) => {
  const targetGroup = listener.addTargets('Web', { port: 80, targets: [service] });
  service.autoScaleTaskCount({ minCapacity: 2, maxCapacity: 10 }).scaleOnRequestCount('Requests', {
    requestsPerTarget: 1000,
    targetGroup,
  });
};

export const guarded: Fix = ({ stack, web }) => {
  new RequestCountTargetScaling(stack, 'Requests', { service: web, requestsPerTarget: 1000 });
};
