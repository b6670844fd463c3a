import { known, whereKnown } from '../../facts/fact';
import type { DimensionFacts, WatchedMetricFacts } from '../../facts/watched-metric';
import { table } from '../../facts/table';
import { all, each, type Finding, type Result } from '../definition';
import { BALANCER, ECS, meantDimension, QUEUES } from './metric-names';

/** Attribute of a resource that each dimension has as its value. */
const VALUES: Readonly<Record<string, { readonly type: string; readonly attribute: string; readonly text: RegExp } | undefined>> = table({
  ClusterName: { type: 'AWS::ECS::Cluster', attribute: 'Ref', text: /^[\w-]+$/ },
  ServiceName: { type: 'AWS::ECS::Service', attribute: 'Name', text: /^[\w-]+$/ },
  LoadBalancer: { type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', attribute: 'LoadBalancerFullName', text: /^app\/[\w-]+\/\w+$/ },
  TargetGroup: { type: 'AWS::ElasticLoadBalancingV2::TargetGroup', attribute: 'TargetGroupFullName', text: /^targetgroup\/[\w-]+\/\w+$/ },
  QueueName: { type: 'AWS::SQS::Queue', attribute: 'QueueName', text: /^[\w-]+(\.fifo)?$/ },
});

/** Metrics of a target group that CloudWatch has for a load balancer only together. */
const OF_BOTH = ['HealthyHostCount', 'UnHealthyHostCount'];

/** Reports dimensions under which CloudWatch has no metric of ECS, of a load balancer or of a queue. */
export function badDimensions({ dimensions, serviceInCluster, scales }: WatchedMetricFacts, namespace: string, metric: string): readonly Result[] {
  const own = known(dimensions);
  const misnamed = whereKnown(own, ({ name }) => meantDimension(namespace, known(name)) !== undefined);
  if (misnamed.length > 0) return [otherNames(misnamed, namespace)];
  return all(
    () => missing(own.map(({ name }) => known(name)), namespace, metric),
    () => each(own, (dimension) => isReportedOfScaling(dimension, scales) ? [] : wrongValue(dimension)),
    () => elsewhere(serviceInCluster),
  );
}

function otherNames(dimensions: readonly DimensionFacts[], namespace: string): Finding {
  const names = dimensions.map(({ name }) => known(name));
  const meant = names.map((name) => String(meantDimension(namespace, name))).join(' and ');
  return { property: 'dimensions', detail: `dimensions (${names.join(', ')}) are none of ${namespace}, which has ${meant}`, fix: `name the dimensions ${meant}` };
}

function missing(names: readonly string[], namespace: string, metric: string): readonly Result[] {
  const needed = namespace === QUEUES ? ['QueueName'] : namespace === BALANCER ? OF_BOTH.includes(metric) ? ['LoadBalancer', 'TargetGroup'] : []
    : names.some((name) => name.endsWith('DiscoveryName')) ? []
      : namespace === ECS || names.includes('ServiceName') ? ['ClusterName'] : [];
  const lacking = needed.filter((name) => !names.includes(name));
  if (lacking.length === 0) return [];
  return [{
    property: 'dimensions',
    detail: `dimensions (${names.join(', ') || 'none'}) lack ${lacking.join(' and ')}, without which ${metric} has no data`,
    fix: `add the dimension ${lacking.join(' and ')}`,
  }];
}

/** `scl-queue-named-by-url` reports the URL of a queue that something scales on. */
function isReportedOfScaling({ name, value, resourceType }: DimensionFacts, scales: WatchedMetricFacts['scales']): boolean {
  if (known(name) !== 'QueueName') return false;
  const isUrl = known(resourceType) === 'AWS::SQS::Queue' ? known(value).startsWith('<Ref of ') : known(value).startsWith('https://');
  return isUrl && known(scales);
}

function wrongValue({ name, value, resourceType }: DimensionFacts): readonly Result[] {
  const form = VALUES[known(name)];
  if (!form) return [];
  const [written, type] = [known(value), known(resourceType)];
  const fix = `set ${name as string} to ${form.attribute === 'Ref' ? 'the name' : `Fn::GetAtt ${form.attribute}`} of the ${form.type.split('::')[2]}`;
  if (type === undefined) {
    if (written.includes('<') || form.text.test(written)) return [];
    return [{ property: 'dimensions', detail: `dimension ${name as string} (${written}) is no ${form.attribute === 'Ref' || form.attribute === 'Name' ? 'name' : 'full name'}`, fix }];
  }
  if (type.startsWith('AWS::ECS::') === form.type.startsWith('AWS::ECS::') && type.split('::')[1] === form.type.split('::')[1]) {
    const isRight = type === form.type && written.startsWith(`<${form.attribute} of `);
    return isRight ? [] : [{ property: 'dimensions', detail: `dimension ${name as string} (${written.replace(/[<>]/g, '')}) is not the name that the metric has`, fix }];
  }
  return [];
}

function elsewhere(serviceInCluster: WatchedMetricFacts['serviceInCluster']): readonly Result[] {
  if (known(serviceInCluster) !== false) return [];
  return [{ property: 'dimensions', detail: 'dimension ClusterName (another cluster) is not that of the service', fix: 'set ClusterName to the cluster that the service runs in' }];
}
