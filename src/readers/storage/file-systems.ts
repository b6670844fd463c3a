import { readReferredSubnet } from '../network/networks';
import { readReferredSecurityGroup } from '../network/security-groups';
import { readStartScripts } from '../capacity/init-metadata';
import type { App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import { mayBeExtendedElsewhere } from '../../cloudformation/open-resources';
import { Reference } from '../../cloudformation/resolved';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { anyOf, identity, keyOf, list, oneOrMore, optional, outside, required, resourceIn } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import {
  fileSystemFacts, type AccessCondition, type AccessPointFacts, type FileAccessFacts, type FileSystemFacts, type MountTargetFacts,
} from '../../facts/file-system';

export const FILE_SYSTEM = 'AWS::EFS::FileSystem';

/** The EFS file system a value refers to; facts that are unknown when it isn't one of the app. */
export function readFileSystem(value: Value): FileSystemFacts {
  const fileSystem = resourceIn(value, FILE_SYSTEM);
  return fileSystem ? readOwnFileSystem(fileSystem) : fileSystemFacts({ id: identity(value) }, outside(value));
}

const readOwnFileSystem = memoize((fileSystem: Resource): FileSystemFacts => {
  const more = mayBeExtendedElsewhere(fileSystem);
  const policy = optional(fileSystem.properties.get('FileSystemPolicy'), readPolicy);
  const rootMounts = rootMountsByFileSystem(fileSystem.template.app).get(fileSystem)?.size ?? 0;
  if (more) return fileSystemFacts({ id: keyOf(fileSystem), ofApp: true, rootMounts, policy }, more.reason);
  return { id: keyOf(fileSystem), ofApp: true, policy, rootMounts, mountTargets: mountTargetsOf(fileSystem).map(readMountTarget) };
});

/** The access point a value refers to. */
export function readAccessPoint(value: Value): Fact<AccessPointFacts> {
  const point = resourceIn(value, 'AWS::EFS::AccessPoint');
  if (!point) return new Unknown(outside(value));
  const directory = point.properties.get('RootDirectory');
  return { fileSystemId: identity(point.properties.get('FileSystemId')), path: directory.get('Path').text(), createsDirectory: directory.get('CreationInfo').isSet(), permissions: directory.at('CreationInfo', 'Permissions').text() };
}

/** True for the settings of a volume that mounts the root directory of its file system. */
export function readMountsRoot(efs: Value): Fact<boolean> {
  const directory = efs.get('RootDirectory').text();
  if (directory !== undefined && directory !== '/') return directory instanceof Unknown ? directory : false;
  const point = optional(efs.at('AuthorizationConfig', 'AccessPointId'), readAccessPoint);
  if (point === undefined || point instanceof Unknown) return point ?? true;
  return point.path instanceof Unknown ? point.path : point.path === undefined || point.path === '/';
}

/** Task definitions and instances that mount the root directory of a file system, or may. */
const rootMountsByFileSystem = memoize((app: App): ReadonlyMap<Resource, ReadonlySet<Resource>> => {
  const found = new Map<Resource, Set<Resource>>();
  const add = (fileSystem: Resource, by: Resource) => found.set(fileSystem, (found.get(fileSystem) ?? new Set()).add(by));
  for (const task of app.ofType('AWS::ECS::TaskDefinition')) {
    const volumes = task.properties.get('Volumes').items();
    for (const volume of volumes instanceof Unknown ? [] : volumes) {
      const efs = volume.get('EFSVolumeConfiguration');
      const fileSystem = resourceIn(efs.get('FilesystemId'), FILE_SYSTEM);
      if (fileSystem && readMountsRoot(efs) !== false) add(fileSystem, task);
    }
  }
  for (const launch of app.ofType('AWS::EC2::Instance', 'AWS::AutoScaling::LaunchConfiguration', 'AWS::EC2::LaunchTemplate')) {
    const { properties } = launch;
    for (const piece of readStartScripts(launch.type === 'AWS::EC2::LaunchTemplate' ? properties.get('LaunchTemplateData') : properties)) {
      if (piece instanceof Reference && piece.resource.type === FILE_SYSTEM) add(piece.resource, launch);
    }
  }
  return found;
});

function readPolicy(value: Value): Fact<readonly FileAccessFacts[]> {
  const document = value.document();
  return document instanceof Unknown ? document : list(document.get('Statement'), (statement) => ({
    effect: required(statement.get('Effect').word('Allow', 'Deny')),
    actions: statement.get('NotAction').isSet() === false ? oneOrMore(statement.get('Action')) : new Unknown('all actions but a few'),
    everyone: readEveryone(statement.get('Principal')),
    condition: readCondition(statement.get('Condition').json),
  }));
}

/** `*`, or `{ AWS: '*' }`. */
function readEveryone(principal: Value): Fact<boolean> {
  const all = principal.text();
  if (all === '*') return true;
  return anyOf(oneOrMore(principal.get('AWS')).map((name) => name instanceof Unknown ? name : name === '*'));
}

const CONDITIONS: ReadonlyArray<readonly [RegExp, AccessCondition]> = [
  [/^\{"Bool":\{"elasticfilesystem:AccessedViaMountTarget":\[?"?true"?\]?\}\}$/i, 'via-mount-target'],
  [/^\{"Bool":\{"aws:SecureTransport":\[?"?false"?\]?\}\}$/i, 'unencrypted'],
];

/** Conditions that tasks of every service meet, or never meet, as people write them. */
function readCondition(condition: unknown): AccessCondition {
  if (condition === undefined) return 'none';
  const text = JSON.stringify(condition);
  return CONDITIONS.find(([form]) => form.test(text))?.[1] ?? 'other';
}

/** The mount targets of a file system of the app. */
export function mountTargetsOf(fileSystem: Resource): readonly Resource[] {
  return targetsByFileSystem(fileSystem.template.app).get(fileSystem) ?? [];
}

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
  const subnet = readReferredSubnet(properties.get('SubnetId'));
  const securityGroups = list(properties.get('SecurityGroups'), readReferredSecurityGroup);
  return {
    vpc: subnet.vpc,
    zone: subnet.zone,
    securityGroups: securityGroups instanceof Unknown || securityGroups.length > 0 ? securityGroups : new Unknown('the default security group of the VPC'),
  };
}
