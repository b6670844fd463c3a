import { readReferredSubnet } from './networks';
import { readReferredSecurityGroup } from './security-groups';
import type { App } from '../cloudformation/app';
import { memoize } from '../cloudformation/memoize';
import { mayBeExtendedElsewhere } from '../cloudformation/open-resources';
import type { Resource } from '../cloudformation/template';
import type { Value } from '../cloudformation/value';
import { list, outside, resourceIn } from '../cloudformation/value-helpers';
import { Unknown } from '../facts/fact';
import { fileSystemFacts, type FileSystemFacts, type MountTargetFacts } from '../facts/file-system';

const FILE_SYSTEM = 'AWS::EFS::FileSystem';

/** The EFS file system a value refers to; facts that are unknown when it isn't one of the app. */
export function readFileSystem(value: Value): FileSystemFacts {
  const fileSystem = resourceIn(value, FILE_SYSTEM);
  return fileSystem ? readOwnFileSystem(fileSystem) : fileSystemFacts({}, outside(value));
}

const readOwnFileSystem = memoize((fileSystem: Resource): FileSystemFacts => {
  const { app } = fileSystem.template;
  const more = mayBeExtendedElsewhere(fileSystem);
  if (more) return fileSystemFacts({ ofApp: true }, more.reason);
  return { ofApp: true, mountTargets: (targetsByFileSystem(app).get(fileSystem) ?? []).map(readMountTarget) };
});

const targetsByFileSystem = memoize((app: App) => {
  const found = new Map<Resource, Resource[]>();
  for (const target of app.ofType('AWS::EFS::MountTarget')) {
    const fileSystem = resourceIn(target.properties.get('FileSystemId'), FILE_SYSTEM);
    if (!fileSystem) continue;
    const targets = found.get(fileSystem);
    if (targets) targets.push(target);
    else found.set(fileSystem, [target]);
  }
  return found;
});

function readMountTarget({ properties }: Resource): MountTargetFacts {
  const securityGroups = list(properties.get('SecurityGroups'), readReferredSecurityGroup);
  return {
    zone: readReferredSubnet(properties.get('SubnetId')).zone,
    securityGroups: securityGroups instanceof Unknown || securityGroups.length > 0 ? securityGroups : new Unknown('the default security group of the VPC'),
  };
}
