import { oneByOne, readReferenced, type DefinitionOf } from './referenced';
import { orMissing } from '../call-failed';
import { CALLS } from '../calls';
import type { Context } from '../context';
import { allPages } from '../pages';
import type { MountTarget, Service, TaskDefinition } from '../shapes';

/** Mount targets of the EFS file systems of tasks. */
export function readMountTargets({ aws }: Context, services: readonly Service[], definitionOf: DefinitionOf) {
  const names = ({ volumes = [] }: TaskDefinition) => volumes.map(({ efsVolumeConfiguration }) => efsVolumeConfiguration?.fileSystemId);
  return readReferenced<readonly MountTarget[] | undefined>(services, definitionOf, names, oneByOne((FileSystemId) => (
    orMissing(() => allPages(aws, CALLS.describeMountTargets, { FileSystemId }, (page) => page.MountTargets)))));
}
