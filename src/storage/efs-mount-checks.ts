import * as ecs from 'aws-cdk-lib/aws-ecs';
import type * as efs from 'aws-cdk-lib/aws-efs';
import { Token } from 'aws-cdk-lib/core';
import type { EfsMountProps } from './efs-mount-props';
import { instancesOf, isWindows, serviceOf } from '../tasks/task-platform';
import { checkText, checkWholeNumber } from '../checks/arguments';
import { refuse } from '../gotchas/enforce';
import { stoAccessPointElsewhere } from '../gotchas/sto/sto-access-point-elsewhere';
import { stoEfsPlatform } from '../gotchas/sto/sto-efs-platform';
import { stoEfsUnreachable } from '../gotchas/sto/sto-efs-unreachable';
import { stoNonrootCannotWrite } from '../gotchas/sto/sto-nonroot-cannot-write';
import { cfnServiceOf } from '../workload/cfn-service';

const ACCESS_POINT_DOCS = 'https://docs.aws.amazon.com/efs/latest/ug/API_RootDirectory.html';
const USER_DOCS = 'https://docs.aws.amazon.com/efs/latest/ug/API_PosixUser.html';
/** The pattern of the EFS API, with `/` left to a rule of its own. */
const DIRECTORY = /^(\/(?!\.)+[^$#<>;`|&?{}^*/\n]+){1,4}$/;
const MOST_ID = 4294967295;
const MOST_GROUPS = 16;
const TOO_OLD = ['1.0.0', '1.1.0', '1.2.0', '1.3.0'];

const OF_NEW_ACCESS_POINT = ['posixUser', 'accessPointPath', 'directoryPermissions', 'allowRoot'] as const;

/** Throws for a file system that the task can't mount, and for an access point that EFS refuses. */
export function checkEfsMount(at: string, props: EfsMountProps): void {
  checkFileSystem(at, props);
  checkPlatform(at, props);
  if (props.accessPoint) {
    const [property] = OF_NEW_ACCESS_POINT.filter((name) => props[name] !== undefined);
    if (property) refuseBoth(at, property);
    checkBelongs(at, props.fileSystem, props.accessPoint);
    return;
  }
  checkOwner(at, props);
  checkDirectory(at, props);
  checkText(at, 'directoryPermissions', props.directoryPermissions, /^[0-7]{3,4}$/, 'be 3 or 4 octal digits: 750', ACCESS_POINT_DOCS);
}

function checkFileSystem(at: string, { fileSystem, task }: EfsMountProps): void {
  if (!fileSystem.fileSystemId || !fileSystem.connections) {
    refuse({
      headline: `fileSystem is of the type ${typeof fileSystem}, it must be an efs.IFileSystem`,
      at,
      property: 'fileSystem',
      fix: 'pass an efs.FileSystem, or import one with efs.FileSystem.fromFileSystemAttributes',
    });
  }
  if ((fileSystem.connections.securityGroups as unknown[]).includes(undefined)) {
    refuse({
      headline: 'fileSystem is imported without its security group, which has to allow the traffic of the task',
      gotcha: stoEfsUnreachable,
      at,
      property: 'fileSystem',
      fix: 'pass the securityGroup of its mount targets to efs.FileSystem.fromFileSystemAttributes',
    });
  }
  if (instancesOf(task) || task.connections.securityGroups.length > 0) return;
  refuse({
    headline: 'task has no security group, so no rule can let it reach the file system on port 2049',
    gotcha: stoEfsUnreachable,
    at,
    property: 'task',
    fix: 'pass the securityGroups of the task to EcsTask.fromTaskDefinition',
  });
}

function checkBelongs(at: string, mounted: efs.IFileSystem, accessPoint: efs.IAccessPoint): void {
  const owner = ownerOf(accessPoint);
  if (!owner || owner === mounted || owner.fileSystemId === mounted.fileSystemId) return;
  // An imported file system may be one of the app.
  if (Token.isUnresolved(owner.fileSystemId) !== Token.isUnresolved(mounted.fileSystemId)) return;
  if (Token.isUnresolved(owner.fileSystemId) && !(isOfApp(owner) && isOfApp(mounted))) return;
  refuse({
    headline: `accessPoint belongs to ${owner.node.path}, and the volume mounts ${mounted.node.path}`,
    gotcha: stoAccessPointElsewhere,
    at,
    property: 'accessPoint',
    fix: 'pass the file system of the access point as fileSystem',
  });
}

function isOfApp({ node }: efs.IFileSystem): boolean {
  return node.defaultChild !== undefined;
}

/** The file system of an access point. One that is imported by its id alone throws where it is asked for it. */
function ownerOf(accessPoint: efs.IAccessPoint): efs.IFileSystem | undefined {
  try {
    return accessPoint.fileSystem;
  } catch {
    return undefined;
  }
}

function checkPlatform(at: string, { task }: EfsMountProps): void {
  const { taskDefinition } = task;
  const platform = isWindows(taskDefinition) ? 'Windows' : taskDefinition.isExternalCompatible ? 'external instances' : platformOf(task);
  if (!platform) return;
  refuse({
    headline: `task runs on ${platform}, which ECS does not mount EFS on`,
    gotcha: stoEfsPlatform,
    at,
    property: 'task',
    fix: 'run the task with Linux on Fargate (platform version 1.4.0 or LATEST) or on EC2 instances',
  });
}

function platformOf(task: EfsMountProps['task']): string | undefined {
  const service = serviceOf(task);
  const { platformVersion } = service instanceof ecs.FargateService ? cfnServiceOf(service) : {};
  return platformVersion && TOO_OLD.includes(platformVersion) ? `platform version ${platformVersion}` : undefined;
}

function checkOwner(at: string, { posixUser, allowRoot }: EfsMountProps): void {
  if (!posixUser) {
    refuse({
      headline: 'posixUser is left out, it is required without an accessPoint',
      at,
      property: 'posixUser',
      why: 'The access point creates its directory for this user; without one, the directory belongs to root and the task cannot write to it.',
      fix: 'pass the user of the container: posixUser: { uid: 1000, gid: 1000 }',
      docs: USER_DOCS,
    });
  }
  const range = { min: 0, max: MOST_ID, docs: USER_DOCS };
  for (const name of ['uid', 'gid'] as const) {
    if (posixUser[name] === undefined) {
      refuse({ headline: `posixUser.${name} is left out, it is required`, at, property: `posixUser.${name}`, fix: `pass posixUser.${name}`, docs: USER_DOCS });
    }
    checkWholeNumber(at, `posixUser.${name}`, posixUser[name], range);
  }
  posixUser.secondaryGids?.forEach((gid, index) => checkWholeNumber(at, `posixUser.secondaryGids[${index}]`, gid, range));
  if ((posixUser.secondaryGids?.length ?? 0) > MOST_GROUPS) {
    refuse({
      headline: `posixUser.secondaryGids has ${posixUser.secondaryGids?.length} groups, EFS accepts at most ${MOST_GROUPS}`,
      at,
      property: 'posixUser.secondaryGids',
      fix: `remove groups until ${MOST_GROUPS} are left`,
      docs: USER_DOCS,
    });
  }
  if (posixUser.uid !== 0 || allowRoot) return;
  refuse({
    headline: 'posixUser.uid is 0, which is root',
    at,
    property: 'posixUser.uid',
    why: 'Root can read and change every file below the directory of the access point, of any owner.',
    fix: 'use the user of the container, or set allowRoot: true',
    docs: USER_DOCS,
  });
}

function checkDirectory(at: string, { accessPointPath: path, readOnly, allowRoot }: EfsMountProps): void {
  if (path === '/') {
    if (readOnly || allowRoot) return;
    refuse({
      headline: "accessPointPath is '/', the root directory of the file system, which belongs to root",
      gotcha: stoNonrootCannotWrite,
      at,
      property: 'accessPointPath',
      why: 'EFS creates the directory of an access point for its posixUser only if there is none. The root directory exists, and root alone can write to it.',
      fix: "choose a directory below it: accessPointPath: '/web'",
      docs: ACCESS_POINT_DOCS,
    });
  }
  const rule = 'begin with a slash, have at most 4 levels, and none of $#<>;`|&?{}^*';
  checkText(at, 'accessPointPath', path, DIRECTORY, rule, ACCESS_POINT_DOCS);
  checkText(at, 'accessPointPath', path, /^.{1,100}$/, 'have at most 100 characters', ACCESS_POINT_DOCS);
}

function refuseBoth(at: string, property: string): never {
  return refuse({
    headline: `${property} is set beside accessPoint, which has one of its own`,
    at,
    property,
    fix: `leave out ${property}, or leave out accessPoint`,
    docs: ACCESS_POINT_DOCS,
  });
}

/** Throws for the default directory of a task if another task has it: their files would mix. */
export function refuseSharedDirectory(at: string, path: string, other: string): never {
  return refuse({
    headline: `accessPointPath is left out, and '${path}' is the directory of ${other} on this file system`,
    at,
    property: 'accessPointPath',
    why: 'Tasks with one directory read and overwrite the files of each other.',
    fix: `set accessPointPath: another directory, or '${Token.isUnresolved(path) ? '/shared' : path}' to share the files`,
    docs: ACCESS_POINT_DOCS,
  });
}
