import type { ContainerFacts } from '../../facts/container';
import { known } from '../../facts/fact';
import { all, defineGotcha, each, type Result } from '../definition';
import { ofContainer } from '../naming';

export const tdExecutionRoleMissing = defineGotcha({
  id: 'td-execution-role-missing',
  title: 'No execution role for what ECS does before a task starts',
  consequence: 'rejected',
  symptom: '`Fargate requires task definition to have execution role ARN to support ECR images.`, or `… to support log driver awslogs.`, or `When you are specifying container secrets, you must also specify a value for \'executionRoleArn\'.`',
  why: 'ECS pulls from ECR, writes awslogs and reads secrets as the execution role; without one, registering the task definition or starting the task fails.',
  rule: 'A task has an execution role where a container takes `secrets`, has credentials for a private registry or secret log options, on Fargate also where its image is in private ECR or it logs with `awslogs`.',
  fix: 'set executionRole to a role with AmazonECSTaskExecutionRolePolicy and access to the secrets',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
  levels: ['synth', 'live'],
  designedOut: 'Services always have an execution role, their own or that of their bundle.',
  causalRank: 'start',
  subject: 'task',
  needs: ['executionRole', 'containers'],
  reads: ['onFargate'],
  check: ({ executionRole, containers, onFargate }) => executionRole ? [] : each(containers, (container) => all(
    () => report(container, 'secrets', known(container.secrets).length > 0, 'takes secrets'),
    () => report(container, 'repositoryCredentials', known(container.hasRepositoryCredentials), 'is pulled from a private registry'),
    () => report(container, 'image', known(onFargate) && known(container.image.inPrivateEcr), 'is pulled from ECR on Fargate'),
    () => report(container, 'logging', known(onFargate) && logsToCloudWatch(container), 'writes awslogs on Fargate'),
    () => report(container, 'logging', hasSecretOptions(container), 'takes secrets for its log driver'),
  )),
});

function report(container: ContainerFacts, property: string, isNeeded: boolean, need: string): readonly Result[] {
  return isNeeded ? [{ detail: `executionRole (none) is needed: ${ofContainer(container)} ${need}`, property: ofContainer(container, property) }] : [];
}

function logsToCloudWatch(container: ContainerFacts): boolean {
  const logging = known(container.logging);
  return logging !== undefined && known(logging.driver) === 'awslogs';
}

function hasSecretOptions(container: ContainerFacts): boolean {
  const logging = known(container.logging);
  return logging !== undefined && known(logging.secretOptions).length > 0;
}
