import { App } from './app';
import { capacityOf, readCapacity } from './capacity';
import { readRegistry } from './registries';
import { readService } from './services';
import { readTargetGroup } from './target-groups';
import { readTaskLaunches } from './task-launches';
import { readTask } from './tasks';
import type { Resource, TemplateSource } from './template';
import type { SubjectKind, Subjects } from '../facts/subjects';

/** Something a gotcha can be about, and the resource that it is. */
export type Subject = { readonly [K in SubjectKind]: { readonly kind: K; readonly facts: Subjects[K]; readonly resource: Resource } }[SubjectKind];

/** All there is to check in the templates of one app. */
export function readSubjects(sources: readonly TemplateSource[]): readonly Subject[] {
  const app = new App(sources);
  return [
    ...app.ofType('AWS::ECS::TaskDefinition').map((resource) => ({ kind: 'task' as const, facts: readTask(resource), resource })),
    ...app.ofType('AWS::ECS::Service').map((resource) => ({ kind: 'service' as const, facts: readService(resource), resource })),
    ...app.ofType('AWS::ElasticLoadBalancingV2::TargetGroup')
      .map((resource) => ({ kind: 'targetGroup' as const, facts: readTargetGroup(resource), resource })),
    ...app.ofType('AWS::ServiceDiscovery::Service').map((resource) => ({ kind: 'registry' as const, facts: readRegistry(resource), resource })),
    ...capacityOf(app).map((resource) => ({ kind: 'capacity' as const, facts: readCapacity(resource), resource })),
    ...app.ofType('AWS::Events::Rule', 'AWS::Scheduler::Schedule').flatMap((resource) =>
      readTaskLaunches(resource).map((facts) => ({ kind: 'taskLaunch' as const, facts, resource }))),
  ];
}
