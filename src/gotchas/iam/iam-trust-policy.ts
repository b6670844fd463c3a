import { anyKnown, known, whereKnown, type Fact } from '../../facts/fact';
import { HOLE } from '../../facts/image';
import type { RoleFacts, TrustConditionFacts, TrustFacts } from '../../facts/role';
import { all, defineGotcha, type Result } from '../definition';
import { covers } from '../held';

const FIX_CONDITION = 'allow sts:AssumeRole to ecs-tasks.amazonaws.com, if at all on the condition that aws:SourceArn is like arn:aws:ecs:<region>:<account>:*';

export const iamTrustPolicy = defineGotcha({
  id: 'iam-trust-policy',
  title: 'ECS tasks may not assume the role of the task',
  consequence: 'never-works',
  symptom: '`ECS was unable to assume the role`, and no task starts.',
  why: 'The trust policy of a role names the principals that may use it, whatever its permissions are: ECS tasks use the service ecs-tasks.amazonaws.com.',
  rule: 'The trust policies of `taskRole` and `executionRole` let `ecs-tasks.amazonaws.com` take `sts:AssumeRole`. A condition on `aws:SourceArn` is of the kind `ArnLike` and ends in `:*`: ECS names no service and no cluster there.',
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
  if (services.some((service) => typeof service === 'string' && isTasks(service))) return unmet(property, role.trust ?? []);
  if ((role.trust ?? []).some(({ denied }) => denied.some((service) => isTasks(known(service))))) {
    return [{ property, detail: `${property} (whose trust policy denies itself to ecs-tasks.amazonaws.com) can't be assumed by ECS tasks`, fix: 'remove the statement with Deny from the trust policy: it counts more than all that allow' }];
  }
  if (isServiceLinked(role.id)) {
    return [{
      property,
      detail: `${property} (trusted by ${services.map(known).join(', ')}) is a service-linked role, which no other service can assume`,
      fix: `leave ${property} out, or use a role that ecs-tasks.amazonaws.com may assume`,
    }];
  }
  const names = services.map(known);
  return [{ property, detail: `${property} (trusted by ${names.join(', ') || 'no service'}) can't be assumed by ecs-tasks.amazonaws.com` }];
}

/** Found only if no statement for ECS tasks can hold. */
function unmet(property: string, trust: readonly TrustFacts[]): readonly Result[] {
  const ofTasks = whereKnown(trust, ({ services }) => anyKnown(services, (service) => isTasks(known(service))));
  const obstacles = ofTasks.map(obstacleOf);
  const [first] = obstacles;
  if (first === undefined || obstacles.includes(undefined)) return [];
  return [{ property, detail: `${property} (${first}) can't be assumed by ECS tasks`, fix: FIX_CONDITION }];
}

function obstacleOf({ actions, conditions }: TrustFacts): string | undefined {
  if (!anyKnown(actions, (action) => covers(known(action), 'sts:AssumeRole'))) return `trusted with ${actions.map(known).join(', ') || 'no action'}`;
  for (const condition of known(conditions)) {
    const isMet = known(conditions).length > 0 && anyKnown(condition.values, (value) => canHold(condition, known(value)));
    if (!isMet) return `trusted if ${condition.key} is ${/^StringEquals/.test(condition.operator) ? 'literally ' : ''}${condition.values.map(known).join(' or ').split(HOLE).join('…')}`;
  }
  return undefined;
}

/** False for a condition that no call of ECS meets. */
function canHold({ operator, key }: TrustConditionFacts, value: string): boolean {
  if (/Not|IfExists|^Null|^For/.test(operator)) return true;
  if (key === 'sts:externalid') return false;
  if (key === 'aws:multifactorauthpresent') return value !== 'true';
  if (key === 'aws:sourceaccount') return /^[\d*?]{1,12}$/.test(value.split(HOLE).join('*'));
  if (key !== 'aws:sourcearn') return true;
  // ECS compares with the ARN of a task, whose id is not known before it runs.
  if (/^StringEquals/.test(operator)) return false;
  const [, , service = '*', , , resource] = value.split(':');
  if (value.startsWith(HOLE) || /[*\u0000]/.test(service)) return true;
  return service === 'ecs' && (resource === undefined || !/^(service|cluster|task-definition|container-instance|capacity-provider)\//.test(resource));
}

function isServiceLinked(id: Fact<string>): boolean {
  return typeof id === 'string' && id.includes(':role/aws-service-role/');
}

function isTasks(service: string): boolean {
  return service === '*' || service.startsWith('ecs-tasks.');
}
