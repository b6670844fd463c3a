import { ANY } from '../../facts/arn';
import type { ContainerFacts } from '../../facts/container';
import { known, Unknown, type Fact } from '../../facts/fact';
import { HOLE } from '../../facts/image';
import type { RoleFacts } from '../../facts/role';
import { allowsOnArn } from '../allowed-on';
import { all, defineGotcha, each, type Finding } from '../definition';
import { ofContainer } from '../naming';
import { allows } from '../permissions';

const FILLS_CACHE = ['ecr:BatchImportUpstreamImage'];
const TOKEN = 'ecr:GetAuthorizationToken';
const LAYERS = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
const LOGS = ['logs:CreateLogStream', 'logs:PutLogEvents'];

export const iamExecRoleCannotStart = defineGotcha({
  id: 'iam-exec-role-cannot-start',
  title: 'The execution role may not pull the image, or not write the logs',
  consequence: 'never-works',
  symptom: '`ResourceInitializationError: unable to pull secrets or registry auth`, `CannotPullContainerError` with a 403, or `failed to create Cloudwatch log stream: AccessDeniedException`.',
  why: 'With an execution role, ECS pulls from ECR and Fargate writes `awslogs` as that role: a task stops before its first container runs when the role lacks the actions.',
  rule: 'For an image in private ECR the execution role allows `ecr:GetAuthorizationToken` on `*`, and `ecr:BatchGetImage` and `ecr:GetDownloadUrlForLayer` on its repository (a warning where a policy of the repository may allow them), with a pull-through cache `ecr:BatchImportUpstreamImage` too. '
    + 'For `awslogs` on Fargate it allows `logs:CreateLogStream` and `logs:PutLogEvents` on the streams of the log group (`log-group:<name>:*`). No statement denies them, and a permissions boundary allows them too.',
  fix: 'attach service-role/AmazonECSTaskExecutionRolePolicy to the execution role, or grant it the repository and the log group',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
  levels: ['synth', 'live'],
  avoidedBy: 'Services grant their execution role the repository of each image and the log group.',
  causalRank: 'start',
  subject: 'task',
  needs: ['executionRole', 'containers'],
  reads: ['onFargate'],
  // A task without the role at all is another gotcha.
  check: ({ executionRole, containers, onFargate }) => !executionRole ? [] : each(containers, (container) => all(
    () => known(container.image.inPrivateEcr) ? pulling(executionRole, container) : [],
    () => writing(executionRole, container, onFargate),
  )),
});

function pulling(role: RoleFacts, container: ContainerFacts): readonly Finding[] {
  const property = ofContainer(container, 'image');
  const { repository } = container.image;
  const hasToken = allowsOnArn(role, TOKEN, ANY);
  const isCache = !(repository instanceof Unknown) && repository?.isCache;
  const needed = isCache ? [...LAYERS, ...FILLS_CACHE] : LAYERS;
  const missing = hasToken ? needed.filter((action) => !allows(role, action) || !allowsOnArn(role, action, known(repository)!.arn))
    : [TOKEN, ...LAYERS.filter((action) => !allows(role, action))];
  if (missing.length === 0) return [];
  // The policy of a repository may allow to read its layers.
  const mayBeAllowed = hasToken && known(repository)!.hasPolicy !== false;
  return [{ ...lacking(role, property, missing, hasToken ? 'its repository' : '*', 'pull'), ...mayBeAllowed ? { consequence: 'risk' } : {} }];
}

function writing(role: RoleFacts, container: ContainerFacts, onFargate: Fact<boolean>): readonly Finding[] {
  const logging = known(container.logging);
  if (!logging || known(logging.driver) !== 'awslogs' || !known(onFargate)) return [];
  const missing = LOGS.filter((action) => !allows(role, action) || !allowsOnArn(role, action, `${known(logging.groupArn)}:log-stream:${HOLE}`));
  return missing.length === 0 ? [] : [lacking(role, ofContainer(container, 'logging'), missing, 'the streams of its log group', 'write')];
}

function lacking(role: RoleFacts, property: string, actions: readonly string[], on: string, verb: string): Finding {
  const where = actions.every((action) => allows(role, action)) ? ` on ${on}` : '';
  return { property, detail: `executionRole (without ${actions.join(' and ')}${where}) can't ${verb} ${property}` };
}
