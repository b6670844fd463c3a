import { FILE_SYSTEM, mountTargetsOf } from '../storage/file-systems';
import { waitsForOneOf } from '../../cloudformation/creation-order';
import type { Resource } from '../../cloudformation/template';
import { resourceIn } from '../../cloudformation/value-helpers';
import { Unknown } from '../../facts/fact';

/** Mount targets of the file systems of a service's tasks that CloudFormation may create after the service. */
export function readUnawaitedMountTargets(service: Resource): readonly string[] {
  const task = resourceIn(service.properties.get('TaskDefinition'), 'AWS::ECS::TaskDefinition');
  const volumes = task?.properties.get('Volumes').items() ?? [];
  const fileSystems = volumes instanceof Unknown ? [] : volumes.map((volume) => resourceIn(volume.at('EFSVolumeConfiguration', 'FilesystemId'), FILE_SYSTEM));
  return [...new Set(fileSystems)]
    .flatMap((fileSystem) => fileSystem ? mountTargetsOf(fileSystem) : [])
    .filter((target) => target.template === service.template && !waitsForOneOf(service, new Set([target])))
    .map(({ logicalId }) => logicalId);
}
