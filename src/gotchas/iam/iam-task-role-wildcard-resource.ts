import { anyKnown, known, Unknown } from '../../facts/fact';
import type { TaskFacts } from '../../facts/task';
import { defineGotcha } from '../definition';
import { andOthers, ofRole } from '../naming';
import { covers } from '../held';
import { allowedActions } from '../permissions';

/** Actions that accept no resource, or only list and describe. */
const WITHOUT_RESOURCE = [
  'ecr:GetAuthorizationToken', 'ssmmessages:*', 'ec2messages:*', 'cloudwatch:PutMetricData', 'xray:*', 'sts:GetCallerIdentity',
  '*:Describe*', '*:List*', 'kms:GenerateRandom', 'aps:RemoteWrite', 'ecs:DiscoverPollEndpoint', 'servicediscovery:Discover*',
];

export const iamTaskRoleWildcardResource = defineGotcha({
  id: 'iam-task-role-wildcard-resource',
  title: 'The task role may act on every resource of the account',
  consequence: 'risk',
  symptom: 'One container that is broken into opens every bucket, queue or table of the account.',
  why: 'An intruder in one container of the task has the same actions on everything of that kind in the account.',
  rule: 'The task role allows no action on `*`, but those that accept no resource or only list and describe (`Describe*`, `List*`, `cloudwatch:PutMetricData`, `xray:*`, `ssmmessages:*`, `ecr:GetAuthorizationToken`).',
  fix: 'name the resources, as the grant methods of the resource do',
  docsUrl: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  levels: ['synth'],
  subject: 'task',
  needs: ['taskRole'],
  reads: ['containers'],
  check: ({ taskRole, containers }) => {
    const actions = !taskRole || taskRole.isDescribedElsewhere ? [] : allowedActions(
      taskRole,
      (action) => !WITHOUT_RESOURCE.some((pattern) => covers(pattern, action)),
      ({ resources }) => anyKnown(known(resources), (one) => known(one) === '*'),
    );
    return !taskRole || actions.length === 0 ? [] : [{
      detail: `${ofRole(taskRole, 'taskRole', andOthers([...new Set(actions)]))} is allowed on every resource`,
      property: 'taskRole',
      ...(isOfRouter(actions, containers) ? { fix: FIX_ROUTER } : {}),
    }];
  },
});

const FIX_ROUTER = 'add the log router with addFirelensLogRouter of the task definition and an image of your own, and grant the log group, stream or delivery stream it sends to';

/** Returns true if all actions are those that the AWS CDK grants to a log router which it adds by itself. */
function isOfRouter(actions: readonly string[], containers: TaskFacts['containers']): boolean {
  return actions.every((action) => /^(logs|firehose|kinesis):(CreateLog|Put)/.test(action))
    && !(containers instanceof Unknown) && containers.some(({ isLogRouter }) => isLogRouter === true);
}
