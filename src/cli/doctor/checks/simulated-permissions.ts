import { known } from '../../../facts/fact';
import type { Decision } from '../../collect/account';
import { neededPermissions, type NeededPermission } from '../../collect/needed-permissions';
import { isSteady } from '../../collect/service-state';
import { groupBy } from '../../group-by';
import { onService, type LiveCheck, type LiveFinding, type LiveResult, type ServiceView } from '../live-check';

type Purpose = NeededPermission['purpose'];

/** Actions that the policy of the resource may allow as well, which a simulation does not read. */
const BY_RESOURCE = /^ecr:(?!GetAuthorizationToken)|^secretsmanager:|^kms:|^s3:/;
/** Permissions that only ECS Exec needs: without them the tasks run. */
const FOR_EXEC: readonly Purpose[] = ['exec', 'sessions'];

/** Permissions to pull images from ECR and to write logs. */
export const simulatedStart = simulated('iam-exec-role-cannot-start', ['image', 'logs']);
/** Permissions to read and decrypt secrets. */
export const simulatedSecrets = simulated('iam-exec-role-secrets-kms', ['secrets']);
/** Permissions of ECS Exec. */
export const simulatedExec = simulated('iam-exec-messages', ['exec']);
/** Permissions to record and decrypt sessions of ECS Exec. */
export const simulatedSessions = simulated('log-exec-sessions-fail', ['sessions']);

function simulated(id: string, purposes: readonly Purpose[]): LiveCheck<ServiceView> {
  return onService({
    id,
    check: ({ live: { service, taskDefinition, secretKeys, roles }, cluster: { cluster } }) => {
      const byArn = known(roles);
      const needed = neededPermissions({ service, cluster, task: known(taskDefinition), keys: known(secretKeys) })
        .filter(({ purpose }) => purposes.includes(purpose));
      const judged = needed.flatMap((need) => {
        const role = byArn.get(need.role);
        return role ? [{ need, decision: decisionOf(need, known(role.decisions)) }] : [];
      });
      const groups = groupBy(judged.filter(({ decision }) => decision?.decision !== 'allowed'), ({ need, decision }) =>
        [need.role, need.purpose, need.name, FOR_EXEC.includes(need.purpose) ? '' : need.resource, outcomeOf(decision)].join(' '));
      return [...groups.values()].map((group) => result(group, isSteady(service)));
    },
  });
}

interface Judged {
  readonly need: NeededPermission;
  readonly decision?: Decision;
}

function decisionOf({ action, resource }: NeededPermission, decisions: readonly Decision[]): Decision | undefined {
  return decisions.find((one) => one.action.toLowerCase() === action.toLowerCase() && one.resource === resource);
}

function outcomeOf(decision: Decision | undefined): string {
  return decision === undefined || decision.missing.length > 0 ? 'open' : decision.decision;
}

function result(group: readonly Judged[], steady: boolean): LiveResult {
  const [{ need: { role, purpose, name, resource }, decision }] = group;
  if (decision === undefined) return { notChecked: `IAM did not simulate ${actionsOf(group)} for ${role}` };
  if (decision.missing.length > 0) {
    return { notChecked: `${decision.missing.join(', ')} decides whether ${role} may call ${actionsOf(group)}, and only a real call has it` };
  }
  const property = FOR_EXEC.includes(purpose) ? 'taskRole' : 'executionRole';
  const mayBeOpen = decision.decision === 'implicitDeny' && BY_RESOURCE.test(decision.action);
  return {
    property,
    severity: FOR_EXEC.includes(purpose) || steady || mayBeOpen ? 'warning' : 'error',
    detail: `${property} (${role}) may not call ${actionsOf(group)}${resource === '*' || purpose === 'sessions' ? '' : ` on ${resource}`}, ${aim(purpose, name)}`,
    ...remedy(group, decision, mayBeOpen),
  };
}

function aim(purpose: Purpose, name: string): string {
  const aims: Readonly<Record<Purpose, string>> = {
    image: `which the image of container ${name} needs`,
    logs: `which the logs of container ${name} need`,
    secrets: `which secret ${name} needs`,
    exec: 'which ECS Exec needs',
    sessions: `which sessions of ECS Exec need for the ${name}`,
  };
  return aims[purpose];
}

function remedy(group: readonly Judged[], { decision, byOrganization, byBoundary }: Decision, mayBeOpen: boolean): Pick<LiveFinding, 'fix' | 'why'> {
  const actions = actionsOf(group);
  if (byOrganization) {
    return {
      why: 'A policy of the organization limits what roles of the account may do, whatever their own policies allow.',
      fix: `allow ${actions} in the service control policies of the account`,
    };
  }
  if (byBoundary) return { why: 'A role may do only what its policies and its permissions boundary both allow.', fix: `allow ${actions} in the permissions boundary of the role` };
  if (decision === 'explicitDeny') return { why: 'A statement with Deny counts more than all that allow.', fix: `remove ${actions} from the statement with Deny in the policies of the role` };
  if (mayBeOpen) return { why: 'IAM simulated the policies of the role, and none allows it. The policy of the resource may allow it, which a simulation does not read.', fix: `allow ${actions} to the role, unless the policy of the resource does` };
  return { why: 'IAM simulated the policies of the role, and none allows it.', fix: `allow ${actions} to the role` };
}

function actionsOf(group: readonly Judged[]): string {
  return [...new Set(group.map(({ need }) => need.action))].join(', ');
}
