import { anyKnown, known, Unknown, whereKnown, type Fact } from '../../facts/fact';
import type { RoleFacts, StatementFacts } from '../../facts/role';
import type { Launcher, NeededActions } from '../../facts/task-launch';
import { all, defineGotcha, type Result } from '../definition';
import { covers } from '../held';
import { allows } from '../permissions';

const PRINCIPALS: Readonly<Record<Launcher, string>> = {
  rule: 'events.amazonaws.com', schedule: 'scheduler.amazonaws.com', pipe: 'pipes.amazonaws.com', state: 'states.amazonaws.com',
};
/** The end of an ARN of a task definition without a revision, and without a wildcard that stands for one. */
const FAMILY_ALONE = /task-definition\/[^:*?]+$/;

export const iamRunTaskRole = defineGotcha({
  id: 'iam-run-task-role',
  title: 'The role of a rule, a schedule or a state machine may not run its task',
  consequence: 'never-works',
  symptom: 'No task starts. `FailedInvocations` of a rule or `TargetErrorCount` of a schedule counts up; CloudTrail has `RunTask` with `AccessDenied`.',
  why: 'EventBridge and Step Functions start a task with a role of the app. They report no missing permission: the task does not start.',
  rule: 'The role trusts `events.amazonaws.com`, `scheduler.amazonaws.com`, `pipes.amazonaws.com` or `states.amazonaws.com`. It allows `ecs:RunTask` on the revision that is run '
    + '(`task-definition/family:*`; a family without a revision matches nothing), `iam:PassRole` on the execution role and, on Fargate, on the task role, and `ecs:TagResource` if the target sets tags. A condition on `ecs:cluster` has the ARN of the cluster that the task runs in.',
  fix: 'allow ecs:RunTask on the task definition with its revisions, and iam:PassRole on both roles of the task',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/CWE_IAM_role.html',
  levels: ['synth'],
  designedOut: '`ScheduledJob`, `EventJob` and `OneOffTask` grant the roles their permissions.',
  subject: 'taskLaunch',
  needs: ['launcher', 'role', 'task', 'taskId', 'setsTags'],
  reads: ['onFargate', 'neededActions', 'clusterId'],
  check: ({ launcher, role, task, taskId, setsTags, onFargate, neededActions, clusterId }) => {
    if (role === undefined) return [found('none', 'is missing', 'set the ARN of a role that may run the task')];
    return all(
      () => trust(role, PRINCIPALS[launcher]),
      () => runTask(role, taskId),
      () => inCluster(role, clusterId),
      // The CDK lets EventBridge pass the task role on Fargate alone, and on instances tasks start without it.
      () => known(onFargate) ? passRole(role, task.taskRole, 'task role') : [],
      () => passRole(role, task.executionRole, 'execution role'),
      () => !setsTags || allows(role, 'ecs:TagResource') ? []
        : [found('without ecs:TagResource', 'may not set the tags of the task', 'allow ecs:TagResource on the tasks of the cluster, with ecs:CreateAction RunTask')],
      () => known(neededActions).flatMap((needed) => all(() => further(role, needed))),
    );
  },
});

function found(value: string, what: string, fix: string): Result {
  return { property: 'roleArn', detail: `roleArn (${value}) ${what}`, fix };
}

/** A permission for something other than the start of the task. */
function further(role: RoleFacts, { actions, otherwise, isRefused }: NeededActions): readonly Result[] {
  const missing = actions.filter((action) => !allows(role, action)).join(', ');
  return missing ? [{ ...found(`without ${missing}`, otherwise, `allow ${missing} to the role`), consequence: isRefused ? 'rejected' : 'misbehaves' }] : [];
}

function trust(role: RoleFacts, principal: string): readonly Result[] {
  const services = known(role.trustedServices).map(known);
  const [word] = principal.split('.');
  // Older roles trust the principal of one region, or of China.
  if (services.some((service) => service === '*' || service.startsWith(`${word}.`))) return [];
  return [found(`trusted by ${services.join(', ') || 'no service'}`, `is not one that ${principal} may assume`, `let ${principal} assume the role`)];
}

function runTask(role: RoleFacts, taskId: string): readonly Result[] {
  if (!allows(role, 'ecs:RunTask')) return [found('without ecs:RunTask', 'may not run the task', 'allow ecs:RunTask on the task definition')];
  const statements = allowing(role, 'ecs:RunTask');
  if (statements.length === 0) return [];
  const families = statements.flatMap(({ resourceEnds = [undefined] }) => resourceEnds);
  if (families.length > 0 && families.every((end) => end !== undefined && FAMILY_ALONE.test(end))) {
    const family = families[0]!.slice(families[0]!.lastIndexOf('/') + 1);
    return [found(`ecs:RunTask on task-definition/${family}`, 'matches no revision of the task definition', `allow ecs:RunTask on task-definition/${family}:*`)];
  }
  return someCovers(statements, taskId) ? []
    : [found('ecs:RunTask', 'is allowed on other task definitions than the one that is run', 'allow ecs:RunTask on the task definition that is run')];
}

/** Reports a role whose statements are all for other clusters of the app, or have the name of one where its ARN has to be. */
function inCluster(role: RoleFacts, clusterId: Fact<string>): readonly Result[] {
  const limits = allowing(role, 'ecs:RunTask').map(({ inClusters }) => inClusters);
  if (limits.length === 0 || limits.includes(undefined)) return [];
  const clusters = limits.flatMap((limit) => limit ?? []).map(known);
  const named = clusters.find((cluster) => cluster.startsWith('name of '));
  const fix = 'set ecs:cluster to the ARN of the cluster that the task runs in';
  const isRight = (cluster: string) => cluster.includes('*') || (cluster !== named && (cluster === known(clusterId) || !isOfApp(cluster) || !isOfApp(known(clusterId))));
  if (clusters.some(isRight)) return [];
  if (named) return [found(`ecs:cluster is the ${named}`, 'is never met, since it is compared with an ARN', fix)];
  return [found('ecs:RunTask', 'is allowed in other clusters than the one of the task', fix)];
}

function passRole(role: RoleFacts, passed: Fact<RoleFacts | undefined>, name: string): readonly Result[] {
  const one = known(passed);
  if (one === undefined) return [];
  const fix = `allow iam:PassRole on the ${name}`;
  if (!allows(role, 'iam:PassRole')) return [found('without iam:PassRole', `may not pass the ${name} to the task`, fix)];
  const passing = allowing(role, 'iam:PassRole');
  const statements = whereKnown(passing, passesToTasks);
  if (passing.length > 0 && statements.length === 0) {
    return [found('iam:PassRole', `passes the ${name} to other services than ecs-tasks.amazonaws.com`, 'set iam:PassedToService to ecs-tasks.amazonaws.com')];
  }
  if (statements.length === 0 || someCovers(statements, known(one.id))) return [];
  return [found('iam:PassRole', `is not allowed on the ${name}`, fix)];
}

/** False only if a condition names other services alone. */
function passesToTasks({ passedTo }: StatementFacts): boolean {
  return passedTo === undefined || anyKnown(known(passedTo), (service) => covers(known(service), 'ecs-tasks.amazonaws.com'));
}

/** Statements of the app that allow an action; none where a managed policy may allow more. */
function allowing(role: RoleFacts, action: string): readonly StatementFacts[] {
  if (known(role.managedPolicies).length > 0) return [];
  return known(role.statements).filter(({ effect, actions }) => {
    if (effect !== 'Allow') return false;
    return actions instanceof Unknown || actions.some((pattern) => pattern instanceof Unknown || covers(pattern, action));
  });
}

/** False only if all resources are certain to be others of the app. Ends the check when one is not known and none covers. */
function someCovers(statements: readonly StatementFacts[], id: string): boolean {
  const resources = statements.flatMap(({ resourceIds = [], resourceEnds = [] }) => (
    resourceIds.map((one, index) => ({ one, end: resourceEnds[index] }))
  ));
  const isCovered = ({ one, end }: { readonly one: Fact<string>; readonly end: string | undefined }) => end?.includes('*')
    || (!(one instanceof Unknown) && (one === id || !isOfApp(one) || !isOfApp(id)));
  if (resources.some(isCovered)) return true;
  resources.forEach(({ one }) => known(one));
  return resources.length === 0;
}

/** Resources of the app have a key of the template and the logical id. */
function isOfApp(id: string): boolean {
  return id.includes('#');
}
