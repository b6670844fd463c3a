import { readStrategy, serviceOnFargate } from './compute';
import { readDeployment } from './deployments';
import { readNetwork } from './networks';
import { list, optional, orDefault } from './reading';
import { readScaling } from './scaling';
import { readReferredTargetGroup } from './target-groups';
import { readReferredTask } from './tasks';
import type { Resource } from './template';
import type { Value } from './value';
import { Unknown } from '../facts/fact';
import type { LoadBalancerFacts, ServiceFacts } from '../facts/service';

/** A service of the app, joined with what belongs to it. */
export function readService(resource: Resource): ServiceFacts {
  const service = resource.properties;
  const rebalancing = service.get('AvailabilityZoneRebalancing').word('ENABLED', 'DISABLED');
  return {
    name: service.get('ServiceName').text(),
    task: readReferredTask(service.get('TaskDefinition')),
    launchType: service.get('LaunchType').word('EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES'),
    capacityProviderStrategy: readStrategy(service.get('CapacityProviderStrategy')),
    onFargate: serviceOnFargate(resource),
    platformVersion: service.get('PlatformVersion').text(),
    schedulingStrategy: orDefault(service.get('SchedulingStrategy').word('REPLICA', 'DAEMON'), 'REPLICA'),
    desiredCount: service.get('DesiredCount').number(),
    ...readDeployment(service),
    loadBalancers: list(service.get('LoadBalancers'), readLoadBalancer),
    network: optional(service.get('NetworkConfiguration'), readNetwork),
    healthCheckGracePeriodSeconds: service.get('HealthCheckGracePeriodSeconds').number(),
    scaling: readScaling(resource),
    serviceConnect: orDefault(service.at('ServiceConnectConfiguration', 'Enabled').flag(), false),
    executeCommand: orDefault(service.get('EnableExecuteCommand').flag(), false),
    availabilityZoneRebalancing: rebalancing instanceof Unknown ? rebalancing : rebalancing && rebalancing === 'ENABLED',
  };
}

function readLoadBalancer(item: Value): LoadBalancerFacts {
  return {
    targetGroup: readReferredTargetGroup(item.get('TargetGroupArn')),
    containerName: item.get('ContainerName').text(),
    containerPort: item.get('ContainerPort').number(),
    alternateTargetGroup: optional(item.at('AdvancedConfiguration', 'AlternateTargetGroupArn'), readReferredTargetGroup),
  };
}
