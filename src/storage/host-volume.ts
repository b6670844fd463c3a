import { Token } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { volumeNameOf } from './add-volume';
import { checkMount, readMountProps } from './check-mount';
import type { MountOptions } from './mount-options';
import { checkPlaces } from '../checks/same-place';
import { isOnFargate, isWindows } from '../tasks/task-platform';
import { checkText } from '../checks/arguments';
import { pathOf } from '../checks/path-of';
import { refuse } from '../gotchas/enforce';
import { stoFargateVolumeKinds } from '../gotchas/sto/sto-fargate-volume-kinds';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/bind-mounts.html';

/**
 * Properties of a HostVolume.
 */
export interface HostVolumeProps extends MountOptions {
  /**
   * The absolute path of the directory or file on the instance, such as `/var/log`. Docker creates a directory that does not exist.
   */
  readonly hostPath: string;
}

/**
 * A directory of the EC2 instance that a container sees.
 *
 * Tasks on one instance share it, and its files stay on the instance when the task stops. A task that moves to another instance finds the
 * files of that instance. Fargate has no instance: refused.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/bind-mounts.html
 *
 * @example
 * new Ec2Capacity(this, 'Capacity', { cluster, instanceType: new ec2.InstanceType('m7g.large') });
 * const agent = new Ec2DaemonService(this, 'Agent', { cluster, image, memoryLimitMiB: 128 });
 * new HostVolume(this, 'Logs', { task: agent, hostPath: '/var/log', containerPath: '/host/var/log', readOnly: true });
 */
export class HostVolume extends Construct {
  /**
   * The name of the volume in the task definition.
   */
  public readonly volumeName: string;

  /**
   * Defines a HostVolume.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: HostVolumeProps) {
    const at = pathOf(scope, id);
    props = readMountProps(at, props, ['hostPath']);
    checkPlaces(scope, id, { task: props.task });
    const container = checkMount(at, props);
    checkHost(at, props);
    super(scope, id);
    const { task, hostPath, containerPath, readOnly = false } = props;
    this.volumeName = volumeNameOf(this, task.taskDefinition);
    task.taskDefinition.addVolume({ name: this.volumeName, host: { sourcePath: hostPath } });
    container.addMountPoints({ sourceVolume: this.volumeName, containerPath, readOnly });
  }
}

function checkHost(at: string, { task, hostPath }: HostVolumeProps): void {
  const path = isWindows(task.taskDefinition) ? /^[A-Za-z]:\\/ : /^\//;
  checkText(at, 'hostPath', hostPath, path, 'be an absolute path of the instance', DOCS);
  if (!isOnFargate(task)) return;
  refuse({
    headline: `hostPath is ${Token.isUnresolved(hostPath) ? 'set' : `'${hostPath}'`}, and the task runs on Fargate, which has no instance`,
    gotcha: stoFargateVolumeKinds,
    at,
    property: 'hostPath',
    fix: 'use a ScratchVolume for an empty directory, an EfsMount for files that stay',
    docs: DOCS,
  });
}
