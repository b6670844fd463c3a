import * as appscaling from 'aws-cdk-lib/aws-applicationautoscaling';
import * as ecs from 'aws-cdk-lib/aws-ecs';
import type { Fix } from '../given.fix';

export const plain: Fix = ({ stack, cluster, service }) => {
  const resource = service.node.findChild('Service') as ecs.CfnService;
  resource.addPropertyOverride('Monitoring.MetricConfigurations', [{ MetricNames: ['CPUUtilization'], ResolutionSeconds: 20 }]);

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
