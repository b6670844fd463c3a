import * as ecs from 'aws-cdk-lib/aws-ecs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Stack, Token } from 'aws-cdk-lib/core';
import type { ExecAccessProps } from './exec-access-props';
import { checkName } from '../checks/arguments';
import { checkOnce } from '../checks/once';
import { refuse } from '../gotchas/enforce';
import { tdReadonlyRootBreaksWriters } from '../gotchas/td/td-readonly-root-breaks-writers';
import { isExecOfCluster } from '../permissions/exec-permissions';
import { pathsOf } from '../storage/check-mount';
import { isWindows, resourceOf } from '../tasks/task-platform';
import { cfnServiceOf } from '../workload/cfn-service';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html';
/** Directories that the agent of ECS Exec writes to, as https://github.com/aws/containers-roadmap/issues/1359 has them. */
const AGENT_PATHS = ['/managed-agents', '/var/lib/amazon/ssm', '/var/log/amazon/ssm'];

/** The containers that sessions are opened in. Throws for what ECS Exec can't work with. */
export function checkExecAccess(at: string, props: ExecAccessProps): readonly ecs.ContainerDefinition[] {
  checkAllowed(at, props.allow);
  const containers = containersOf(at, props);
  checkTaskRole(at, props);
  checkPlainExec(at, props);
  checkRoot(at, props, containers);
  checkNamespace(at, props, containers);
  return containers;
}

/** The directories of the agent that a container has no volume and no tmpfs for. */
export function agentPathsLacking(container: ecs.ContainerDefinition): readonly string[] {
  const places = pathsOf(container);
  return AGENT_PATHS.filter((path) => !places.some((place) => path === place || path.startsWith(`${place}/`)));
}

function checkAllowed(at: string, allow: ExecAccessProps['allow']): void {
  checkOnce(at, 'allow', allow);
  if (allow.length === 0) {
    refuse({ headline: 'allow is empty, which allows sessions to no role', at, property: 'allow', fix: 'name a role, a user or a group', docs: DOCS });
  }
  const wrong = allow.findIndex(({ grantPrincipal }) => !grantPrincipal);
  if (wrong >= 0) refuse({ headline: `allow[${wrong}] is no role, user or group`, at, property: `allow[${wrong}]`, fix: 'pass a construct of aws-iam: iam.Role.fromRoleName(…)', docs: DOCS });
}

function containersOf(at: string, { service, containers }: ExecAccessProps): readonly ecs.ContainerDefinition[] {
  if (containers === undefined) return [service.mainContainer];
  checkOnce(at, 'containers', containers);
  if (containers.length === 0) refuse({ headline: 'containers is empty', at, property: 'containers', fix: 'name a container, or leave out containers for the main container', docs: DOCS });
  return containers.map((name) => {
    checkName(at, name);
    return service.taskDefinition.findContainer(name) ?? refuse({
      headline: `containers has ${Token.isUnresolved(name) ? 'a token' : `'${name}'`}, and the task has no such container`,
      at,
      property: 'containers',
      fix: 'use the name of a container of the task, and define the ExecAccess after the container',
      docs: DOCS,
    });
  });
}

function checkTaskRole(at: string, { service: { taskDefinition } }: ExecAccessProps): void {
  if (iam.Role.isRole(taskDefinition.taskRole)) return;
  refuse({
    headline: 'service has an imported task role, which gets no permissions for ECS Exec here',
    at,
    property: 'service',
    why: 'The agent in the container opens a session as the task role. Without the four ssmmessages actions there is none.',
    fix: 'let the task have a role of this app, or allow the actions where the role is defined and set enableExecuteCommand: true',
    docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html#ecs-exec-required-iam-permissions',
  });
}

/** Throws for a service whose task role the CDK has allowed to write to each log group of the account. */
function checkPlainExec(at: string, { service }: ExecAccessProps): void {
  const isPlain = service.node === service.service.node;
  if (!isPlain || cfnServiceOf(service.service).enableExecuteCommand !== true || isExecOfCluster(service.service.cluster)) return;
  refuse({
    headline: 'service has enableExecuteCommand, for which the CDK allows its task role every log group of the account',
    at,
    property: 'service',
    fix: 'leave out enableExecuteCommand of the service: the ExecAccess turns ECS Exec on, with the one log group',
    docs: DOCS,
  });
}

function checkRoot(at: string, props: ExecAccessProps, containers: readonly ecs.ContainerDefinition[]): void {
  const { service: { taskDefinition }, readonlyRoot = false } = props;
  const closed = isWindows(taskDefinition) ? [] : containers.filter((container) => (
    Stack.of(container).resolve(container.renderContainerDefinition().readonlyRootFilesystem) === true));
  if (readonlyRoot && closed.length === 0) {
    refuse({
      headline: `readonlyRoot is true, and ${isWindows(taskDefinition) ? 'Windows has no read-only root file system' : 'no container has a read-only root file system'}`,
      at,
      property: 'readonlyRoot',
      fix: 'leave out readonlyRoot',
      docs: DOCS,
    });
  }
  const [container] = closed.filter((one) => agentPathsLacking(one).length > 0);
  if (readonlyRoot || !container) return;
  refuse({
    headline: `readonlyRootFilesystem (true) of container '${container.containerName}' keeps ECS Exec from writing to ${agentPathsLacking(container).join(', ')}`,
    gotcha: tdReadonlyRootBreaksWriters,
    at,
    property: 'readonlyRoot',
    fix: 'set readonlyRoot: true, which mounts volumes there, or leave out readonlyRootFilesystem of the container',
  });
}

/** Throws for two containers that see the processes of each other. */
function checkNamespace(at: string, { service: { taskDefinition } }: ExecAccessProps, containers: readonly ecs.ContainerDefinition[]): void {
  if (containers.length < 2 || resourceOf(taskDefinition).pidMode !== ecs.PidMode.TASK) return;
  refuse({
    headline: `containers has ${containers.length} containers, which share one PID namespace`,
    at,
    property: 'containers',
    why: 'ECS Exec opens sessions in one container of a PID namespace only.',
    fix: 'name one of them, or leave out pidMode of the task',
    docs: DOCS,
  });
}
