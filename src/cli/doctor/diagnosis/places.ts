import type { Resource } from '../../../readers/template';
import type { Place } from '../../report/report';
import { nameIn } from '../service-state';

const KINDS: Readonly<Record<string, string | undefined>> = {
  'AWS::ECS::Service': 'service',
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

export function clusterPlace(clusterArn: string): Place {
  return { name: nameIn(clusterArn), kind: 'cluster', source: clusterArn };
}

export function servicePlace(clusterArn: string, serviceName: string): Place {
  return { name: `${nameIn(clusterArn)}/${serviceName}`, kind: 'service', source: clusterArn };
}

/** Where a resource of the templates that stand for an account is, in the words of that account. */
export function placeOf({ logicalId, type, template }: Resource): Place {
  const source = template.source.id;
  const kind = KINDS[type] ?? type;
  if (kind === 'service') return servicePlace(source, nameIn(logicalId));
  if (kind === 'load balancer' || kind === 'target group') return { name: logicalId.split('/').at(-2) ?? logicalId, kind, source };
  if (kind === 'listener' || kind === 'listener rule') return { name: logicalId.split('/').slice(2).join('/'), kind, source };
  return { name: nameIn(logicalId), kind, source };
}
