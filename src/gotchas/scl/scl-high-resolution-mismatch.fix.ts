import * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../fixtures/snippet-context';

export const wrong: Fix = ({ stack, cluster, service }) => {
  const { scalableTargetId } = new appscaling.ScalableTarget(stack, 'Scaling', {
    serviceNamespace: appscaling.ServiceNamespace.ECS,
    resourceId: `service/${cluster.clusterName}/${service.serviceName}`,
    scalableDimension: 'ecs:service:DesiredCount',
    minCapacity: 2,
    maxCapacity: 10,
  });
  new appscaling.CfnScalingPolicy(stack, 'FastCpu', {
    policyName: 'fast-cpu',
    policyType: 'TargetTrackingScaling',
    scalingTargetId: scalableTargetId,
    targetTrackingScalingPolicyConfiguration: {
      targetValue: 60,
      predefinedMetricSpecification: { predefinedMetricType: 'ECSServiceAverageCPUUtilizationHighResolution' },
    },
  });
};

export const plain: Fix = ({ stack, cluster, service }) => {
  const resource = service.node.findChild('Service') as ecs.CfnService;
  const fast = { MetricNames: ['CPUUtilization'], ResolutionSeconds: 20 };
  resource.addPropertyOverride('Monitoring.MetricConfigurations', [fast]);

  const { scalableTargetId } = new appscaling.ScalableTarget(stack, 'Scaling', {
    serviceNamespace: appscaling.ServiceNamespace.ECS,
    resourceId: `service/${cluster.clusterName}/${service.serviceName}`,
    scalableDimension: 'ecs:service:DesiredCount',
    minCapacity: 2,
    maxCapacity: 10,
  });
  new appscaling.CfnScalingPolicy(stack, 'FastCpu', {
    policyName: 'fast-cpu',
    policyType: 'TargetTrackingScaling',
    scalingTargetId: scalableTargetId,
    targetTrackingScalingPolicyConfiguration: {
      targetValue: 60,
      predefinedMetricSpecification: { predefinedMetricType: 'ECSServiceAverageCPUUtilizationHighResolution' },
    },
  });
};
