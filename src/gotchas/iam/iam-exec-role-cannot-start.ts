import { known } from '../../facts/fact';
import { all, defineGotcha, each, type Result } from '../definition';
import { ofContainer } from '../naming';
import { allows } from '../permissions';

const LAYERS = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'];
const LOGS = ['logs:CreateLogStream', 'logs:PutLogEvents'];

export const iamExecRoleCannotStart = defineGotcha({
  id: 'iam-exec-role-cannot-start',
  title: 'The execution role may not pull the image, or not write the logs',
  consequence: 'never-works',
  symptom: '`ResourceInitializationError: unable to pull secrets or registry auth`, `CannotPullContainerError` with a 403, or `failed to create Cloudwatch log stream: AccessDeniedException`.',
  why: 'With an execution role, ECS pulls from ECR and Fargate writes `awslogs` as that role: a task stops before its first container runs when the role lacks the actions.',
  rule: 'For an image in private ECR the execution role allows `ecr:GetAuthorizationToken`, and `ecr:BatchGetImage` and `ecr:GetDownloadUrlForLayer` (a warning, since the policy of the repository may allow them). '
    + 'For `awslogs` on Fargate it allows `logs:CreateLogStream` and `logs:PutLogEvents`.',
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
    () => known(container.image.inPrivateEcr) && !allows(executionRole, 'ecr:GetAuthorizationToken') ? lacking(ofContainer(container, 'image'), ['ecr:GetAuthorizationToken'], 'pull') : [],
    () => {
      if (!known(container.image.inPrivateEcr)) return [];
      const missing = LAYERS.filter((action) => !allows(executionRole, action));
      return missing.length === 0 ? [] : lacking(ofContainer(container, 'image'), missing, 'pull').map((found) => ({ ...found, consequence: 'risk' as const }));
    },
    () => {
      const logging = known(container.logging);
      if (!logging || known(logging.driver) !== 'awslogs' || !known(onFargate)) return [];
      const missing = LOGS.filter((action) => !allows(executionRole, action));
      return missing.length === 0 ? [] : lacking(ofContainer(container, 'logging'), missing, 'write');
    },
  )),
});

function lacking(property: string, actions: readonly string[], verb: string): readonly Extract<Result, { detail: string }>[] {
  return [{ property, detail: `executionRole (without ${actions.join(' and ')}) can't ${verb} ${property}` }];
}
