import type * as ecs from 'aws-cdk-lib/aws-ecs';
import * as events from 'aws-cdk-lib/aws-events';
import * as eventTargets from 'aws-cdk-lib/aws-events-targets';
import { Construct } from 'constructs';
import { agentPathsLacking, checkExecAccess } from './exec-access-checks';
import type { ExecAccessProps } from './exec-access-props';
import { grantSessions } from './grant-sessions';
import { ownLogGroupArns } from './own-log-groups';
import { taskArnsOf } from './task-arns';
import { readPartProps } from '../checks/check-workload';
import { pathOf } from '../checks/path-of';
import { checkPlaces } from '../checks/same-place';
import { allowExec } from '../permissions/exec-permissions';
import { ScratchVolume } from '../storage/scratch-volume';
import { containersOf } from '../tasks/containers-of';
import { isWindows, resourceOf } from '../tasks/task-platform';
import { cfnServiceOf } from '../workload/cfn-service';

/**
 * Sessions of ECS Exec in the containers of a service, for those who are allowed to open them.
 *
 * ECS Exec is on, and the task role can open its channels and write the record of a session, to the log group, bucket and key of the
 * cluster alone. Each container has an init process, which ends what a session leaves behind. The allowed roles can open sessions in the named
 * containers of this cluster, find their tasks, and use the key of the sessions.
 *
 * Tasks in subnets without a way to the internet need an interface endpoint for `ssmmessages`. Tasks that run already get ECS Exec with
 * the next deployment.
 *
 * Refused: an imported task role, a read-only root file system without `readonlyRoot`, and containers that share one PID namespace.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
 *
 * @example
 * const onCall = iam.Role.fromRoleName(this, 'OnCall', 'on-call');
 * new ExecAccess(this, 'Exec', { service: web, allow: [onCall] });
 */
export class ExecAccess extends Construct {
  /**
   * Defines an ExecAccess.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: ExecAccessProps) {
    const at = pathOf(scope, id);
    props = readPartProps(at, props, ['allow']);
    checkPlaces(scope, id, { service: props.service });
    const containers = checkExecAccess(at, props);
    super(scope, id);

    const { service: { service, taskDefinition }, allow, onSession } = props;
    for (const container of containers) this.prepare(container, props);
    cfnServiceOf(service).enableExecuteCommand = true;
    allowExec(taskDefinition, service.cluster, ownLogGroupArns(props.service));
    for (const grantee of allow) grantSessions(this, grantee, service, containers.map(({ containerName }) => containerName));
    if (!onSession) return;
    new events.Rule(this, 'SessionNotice', {
      description: `Sessions of ECS Exec in the cluster of ${service.node.path}`.slice(0, 512),
      eventPattern: {
        source: ['aws.ecs'],
        detailType: ['AWS API Call via CloudTrail'],
        detail: {
          eventSource: ['ecs.amazonaws.com'],
          eventName: ['ExecuteCommand'],
          // The request has the cluster in the form that the caller chose, the response the task in one form.
          responseElements: { taskArn: [{ prefix: taskArnsOf(service, '') }] },
        },
      },
      targets: [new eventTargets.SnsTopic(onSession)],
    });
  }

  private prepare(container: ecs.ContainerDefinition, { service, readonlyRoot = false }: ExecAccessProps): void {
    const { taskDefinition } = service;
    if (readonlyRoot) {
      for (const containerPath of agentPathsLacking(container)) {
        // The agents of two containers must not share their files.
        const id = `${container.containerName}${containerPath.replaceAll('/', '-')}`;
        new ScratchVolume(this, id, { task: service, containerName: container.containerName, containerPath });
      }
    }
    if (isWindows(taskDefinition)) return;
    // The CDK has no other way to an init process once the container is defined.
    const index = containersOf(taskDefinition).indexOf(container);
    resourceOf(taskDefinition).addPropertyOverride(`ContainerDefinitions.${index}.LinuxParameters.InitProcessEnabled`, true);
  }
}
