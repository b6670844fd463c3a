import { known } from '../../facts/fact';
import type { RoleFacts } from '../../facts/role';
import { all, defineGotcha, type Result } from '../definition';

export const iamTrustPolicy = defineGotcha({
  id: 'iam-trust-policy',
  title: 'ECS tasks may not assume the role of the task',
  consequence: 'never-works',
  symptom: '`ECS was unable to assume the role`, and no task starts.',
  why: 'The trust policy of a role names the principals that may use it, whatever its permissions are: ECS tasks use the service ecs-tasks.amazonaws.com.',
  rule: 'The trust policies of `taskRole` and `executionRole` name `ecs-tasks.amazonaws.com`.',
  fix: 'let ecs-tasks.amazonaws.com assume the role, as `assumedBy: new iam.ServicePrincipal(\'ecs-tasks.amazonaws.com\')` does',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
  levels: ['synth', 'live'],
  avoidedBy: 'A `TaskRoleBundle` makes roles that ECS tasks may assume.',
  causalRank: 'start',
  subject: 'task',
  needs: [],
  reads: ['taskRole', 'executionRole'],
  check: ({ taskRole, executionRole }) => all(
    () => trusted('taskRole', known(taskRole)),
    () => trusted('executionRole', known(executionRole)),
  ),
});

function trusted(property: string, role: RoleFacts | undefined): readonly Result[] {
  if (!role) return [];
  const services = known(role.trustedServices);
  if (services.some((service) => typeof service === 'string' && isTasks(service))) return [];
  const names = services.map(known);
  return [{ property, detail: `${property} (trusted by ${names.join(', ') || 'no service'}) can't be assumed by ecs-tasks.amazonaws.com` }];
}

function isTasks(service: string): boolean {
  return service === '*' || service.startsWith('ecs-tasks.');
}
