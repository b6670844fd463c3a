import { readBalancer } from './balancing/balancers';
import { capacityOf, readCapacity } from './capacity/capacity';
import { readCapacityProvider } from './capacity/capacity-providers';
import { CERTIFICATE, readCertificate } from './balancing/certificates';
import { readCluster } from './services/clusters';
import { readDaemon } from './services/daemons';
import { readDnsRecord, recordInGroup, recordsOf } from './balancing/dns-records';
import { eventRules, readEventRule } from './launches/event-rules';
import { readExpressService } from './services/express-services';
import { EXPRESS } from './tasks/express-tasks';
import { readGateway } from './network/gateways';
import { readListener, readListenerRule } from './balancing/listeners';
import { QUEUE, readQueue } from './queues/queues';
import { readRegistry } from './discovery/registries';
import { readRepository } from './images/repositories';
import { readScalableTarget, scalableTargets } from './scaling/scaling';
import { readService } from './services/services';
import { readTargetGroup } from './balancing/target-groups';
import { LAUNCHERS, readTaskLaunches } from './launches/task-launches';
import { DAEMON_TASK, readTask } from './tasks/tasks';
import { readVpc } from './network/vpcs';
import { readMetricsOfAlarm, watchingAlarms } from './scaling/watched-metrics';
import { App } from '../cloudformation/app';
import type { Resource, TemplateSource } from '../cloudformation/template';
import type { SubjectKind, Subjects } from '../facts/subjects';

/** Something a gotcha can be about, and the resource that it is. */
export type Subject = {
  readonly [K in SubjectKind]: {
    readonly kind: K;
    readonly facts: Subjects[K];
    readonly resource: Resource;
    /** Name of the subject within its resource, where one resource has several. */
    readonly part?: string;
  }
}[SubjectKind];

/** Reads every subject of the templates of one app. */
export function readSubjects(sources: readonly TemplateSource[]): readonly Subject[] {
  return subjectsOf(new App(sources));
}

/**
 * Reads the subjects of one app.
 *
 * @param among ids of the templates to check, with facts from all other templates; by default, all templates are checked
 * @param isWanted whether a resource is checked; by default, all resources are
 */
export function subjectsOf(app: App, among?: ReadonlySet<string>, isWanted: (resource: Resource) => boolean = () => true): readonly Subject[] {
  const wanted = (resources: readonly Resource[]) =>
    resources.filter((resource) => (among?.has(resource.template.source.id) ?? true) && isWanted(resource));
  const ofType = (...types: readonly string[]) => wanted(app.ofType(...types));
  return [
    ...ofType('AWS::ECS::TaskDefinition', DAEMON_TASK).map((resource) => ({ kind: 'task' as const, facts: readTask(resource), resource })),
    ...ofType(EXPRESS).filter(({ properties }) => properties.get('PrimaryContainer').isSet() === true && properties.get('TaskDefinitionArn').isSet() === false)
      .map((resource) => ({ kind: 'task' as const, facts: readTask(resource), resource })),
    ...ofType('AWS::ECS::Service').map((resource) => ({ kind: 'service' as const, facts: readService(resource), resource })),
    ...ofType(EXPRESS).map((resource) => ({ kind: 'expressService' as const, facts: readExpressService(resource), resource })),
    ...ofType('AWS::ECS::Gateway').map((resource) => ({ kind: 'gateway' as const, facts: readGateway(resource), resource })),
    ...ofType('AWS::ElasticLoadBalancingV2::TargetGroup')
      .map((resource) => ({ kind: 'targetGroup' as const, facts: readTargetGroup(resource), resource })),
    ...ofType('AWS::ElasticLoadBalancingV2::LoadBalancer').map((resource) => ({ kind: 'balancer' as const, facts: readBalancer(resource), resource })),
    ...ofType('AWS::ElasticLoadBalancingV2::Listener').map((resource) => ({ kind: 'listener' as const, facts: readListener(resource), resource })),
    ...ofType('AWS::ElasticLoadBalancingV2::ListenerRule')
      .map((resource) => ({ kind: 'listenerRule' as const, facts: readListenerRule(resource), resource })),
    ...ofType(CERTIFICATE).map((resource) => ({ kind: 'certificate' as const, facts: readCertificate(resource), resource })),
    ...wanted(recordsOf(app)).map((resource) => ({ kind: 'dnsRecord' as const, facts: readDnsRecord(resource), resource, part: recordInGroup(resource) })),
    ...ofType('AWS::EC2::VPC').map((resource) => ({ kind: 'vpc' as const, facts: readVpc(resource), resource })),
    ...wanted(scalableTargets(app)).map((resource) => ({ kind: 'scalableTarget' as const, facts: readScalableTarget(resource), resource })),
    ...ofType('AWS::ServiceDiscovery::Service').map((resource) => ({ kind: 'registry' as const, facts: readRegistry(resource), resource })),
    ...ofType('AWS::ECS::CapacityProvider').map((resource) => ({ kind: 'capacityProvider' as const, facts: readCapacityProvider(resource), resource })),
    ...ofType('AWS::ECS::Daemon').map((resource) => ({ kind: 'daemon' as const, facts: readDaemon(resource), resource })),
    ...ofType('AWS::ECS::Cluster').map((resource) => ({ kind: 'cluster' as const, facts: readCluster(resource), resource })),
    ...ofType('AWS::ECR::Repository').map((resource) => ({ kind: 'repository' as const, facts: readRepository(resource), resource })),
    ...ofType(QUEUE).map((resource) => ({ kind: 'queue' as const, facts: readQueue(resource), resource })),
    ...wanted(capacityOf(app)).map((resource) => ({ kind: 'capacity' as const, facts: readCapacity(resource), resource })),
    ...wanted(watchingAlarms(app)).map((resource) => ({ kind: 'alarm' as const, facts: { metrics: readMetricsOfAlarm(resource) }, resource })),
    ...wanted(eventRules(app)).map((resource) => ({ kind: 'eventRule' as const, facts: readEventRule(resource), resource })),
    ...ofType(...LAUNCHERS).flatMap((resource) =>
      readTaskLaunches(resource).map((launch) => ({ kind: 'taskLaunch' as const, ...launch, resource }))),
  ];
}
