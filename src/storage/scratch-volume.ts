import type * as ecs from 'aws-cdk-lib/aws-ecs';
import { Construct } from 'constructs';
import { volumeNameOf } from './add-volume';
import { checkMount, readMountProps } from './check-mount';
import type { ContainerMount, MountOptions } from './mount-options';
import { pathOf } from '../checks/path-of';
import { checkPlaces } from '../checks/same-place';
import type { IEcsTask } from '../workload/ecs-task';

/**
 * Properties of a ScratchVolume.
 */
export interface ScratchVolumeProps extends MountOptions {}

/**
 * An empty directory that lives as long as its task, on the disk of the task.
 *
 * Containers of a task share files through it, and a container with `readonlyRootFilesystem` writes to it. Its files are gone when the
 * task stops. On Fargate it is a part of the 20 GiB of the task, or of `ephemeralStorageGiB`.
 *
 * The directory belongs to root, with the permissions 755. A container with another user can write to it if its image creates the path
 * for that user and declares it a `VOLUME`. `writablePaths` and `linux.tmpfs` are in memory, and every user can write to them.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/bind-mounts.html
 *
 * @example
 * new ScratchVolume(this, 'Work', { task: web, containerPath: '/var/work' });
 */
export class ScratchVolume extends Construct {
  /**
   * The name of the volume in the task definition.
   */
  public readonly volumeName: string;

  private readonly task: IEcsTask;

  /**
   * Defines a ScratchVolume.
   *
   * @param scope the construct that the new one is a part of
   * @param id the id of the new construct, unique within the scope
   * @param props its properties
   */
  constructor(scope: Construct, id: string, props: ScratchVolumeProps) {
    const at = pathOf(scope, id);
    props = readMountProps(at, props);
    checkPlaces(scope, id, { task: props.task });
    const container = checkMount(at, props);
    super(scope, id);
    this.task = props.task;
    this.volumeName = volumeNameOf(this, props.task.taskDefinition);
    props.task.taskDefinition.addVolume({ name: this.volumeName });
    this.addMount(container, props);
  }

  /**
   * Mounts the volume in another container of the task, which shares its files then.
   *
   * @param mount the container, and the path in it
   */
  public alsoMount(mount: ContainerMount): void {
    const props = readMountProps(this.node.path, { ...mount, task: this.task });
    this.addMount(checkMount(this.node.path, props), props);
  }

  private addMount(container: ecs.ContainerDefinition, { containerPath, readOnly = false }: MountOptions): void {
    container.addMountPoints({ sourceVolume: this.volumeName, containerPath, readOnly });
  }
}
