import { known } from '../../facts/fact';
import { all, defineGotcha, type Result } from '../definition';

export const iamServiceLinkedRole = defineGotcha({
  id: 'iam-service-linked-role',
  title: 'A role is set where ECS accepts the service-linked role only',
  consequence: 'rejected',
  symptom: '`You cannot specify an IAM role for services that require a service linked role`',
  why: 'The role of a service is from the time when ECS registered targets as a role of yours. Newer features work with AWSServiceRoleForECS only, the role that ECS makes for itself.',
  rule: 'A service has no `role` with network mode `awsvpc`, service discovery, two or more target groups or an `EXTERNAL` deployment controller.',
  fix: 'remove role from the service: ECS uses AWSServiceRoleForECS',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using-service-linked-roles.html',
  levels: ['synth', 'live'],
  designedOut: 'Our services have no role of this kind.',
  isObserved: true,
  subject: 'service',
  needs: ['hasLegacyRole'],
  reads: ['task', 'loadBalancers', 'registries', 'controller'],
  check: ({ hasLegacyRole, task, loadBalancers, registries, controller }) => !hasLegacyRole ? [] : firstOf(
    () => known(task.networkMode) === 'awsvpc' && 'network mode awsvpc',
    () => known(registries) > 0 && 'service discovery',
    () => known(loadBalancers).length > 1 && 'more than one target group',
    () => known(controller) === 'EXTERNAL' && 'an external deployment controller',
  ),
});

/** The first reason is enough; what isn't known counts when there is none. */
function firstOf(...reasons: ReadonlyArray<() => string | false>): readonly Result[] {
  const results = all(...reasons.map((reason) => () => {
    const why = reason();
    return why ? [{ property: 'role', detail: `role (set) is not allowed with ${why}` }] : [];
  }));
  const found = results.filter((result) => 'detail' in result);
  return found.length > 0 ? found.slice(0, 1) : results;
}
