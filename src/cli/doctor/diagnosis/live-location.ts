import type { Resource } from '../../../cloudformation/template';
import { nameIn } from '../../collect/service-state';
import type { Location } from '../../report/report';

const KINDS: Readonly<Record<string, string | undefined>> = {
  'AWS::ECS::Service': 'service',
  'AWS::ECS::ExpressGatewayService': 'service',
  'AWS::ECS::TaskDefinition': 'task definition',
  'AWS::ECS::Cluster': 'cluster',
  'AWS::ECS::CapacityProvider': 'capacity provider',
  'AWS::ElasticLoadBalancingV2::TargetGroup': 'target group',
  'AWS::ElasticLoadBalancingV2::LoadBalancer': 'load balancer',
  'AWS::ElasticLoadBalancingV2::Listener': 'listener',
  'AWS::ElasticLoadBalancingV2::ListenerRule': 'listener rule',
  'AWS::ApplicationAutoScaling::ScalableTarget': 'scalable target',
  'AWS::EC2::VPC': 'VPC',
};

export function clusterLocation(clusterArn: string): Location {
  return { name: nameIn(clusterArn), kind: 'cluster', source: clusterArn };
}

export function regionLocation(region: string): Location {
  return { name: region, kind: 'region', source: region };
}

export function serviceLocation(clusterArn: string, serviceName: string): Location {
  return { name: `${nameIn(clusterArn)}/${serviceName}`, kind: 'service', source: clusterArn };
}

/** Location of a resource in the account, for a resource of the templates that stand for it. */
export function locationOf({ logicalId, type, template }: Resource): Location {
  const source = template.source.id;
  const kind = KINDS[type] ?? type;
  if (kind === 'service') return serviceLocation(source, nameIn(logicalId));
  if (kind === 'load balancer' || kind === 'target group') return { name: logicalId.split('/').at(-2) ?? logicalId, kind, source };
  if (kind === 'listener' || kind === 'listener rule') return { name: logicalId.split('/').slice(2).join('/'), kind, source };
  return { name: nameIn(logicalId), kind, source };
}
