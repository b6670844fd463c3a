import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as fc from 'fast-check';
import { EfsMount, OneOffTask } from '../../src';
import { sets } from './support/breakages-services';
import { ofType, only } from './support/invariants';
import { propertiesOf } from './support/properties-of';
import type { Breakage } from './support/refuses';
import { notWithin, options } from './support/scalars';
import { IMAGE, smallWorker } from './support/small';
import type { Subject } from './support/subject';

/** A task, a file system and the way the one mounts the other. */
interface MountCase {
  readonly taskKind: 'service' | 'once';
  readonly fileSystemKind: 'own' | 'imported';
  readonly containerPath: string;
  readonly uid: number;
  readonly gid: number;
  readonly readOnly?: boolean;
  readonly accessPointPath?: string;
  readonly directoryPermissions?: string;
}

const mount: Subject<MountCase> = {
  build: (scope, id, { taskKind, fileSystemKind, uid, gid, ...props }, world, given) => {
    const task = taskKind === 'service' ? smallWorker(given, world) : new OneOffTask(given, 'Once', { ...world.shared, cluster: world.cluster, image: IMAGE });
    const securityGroup = ec2.SecurityGroup.fromSecurityGroupId(given, 'FilesGroup', 'sg-0123456789abcdef2');
    const fileSystem = fileSystemKind === 'own'
      ? new efs.FileSystem(given, 'Files', { vpc: world.vpc, securityGroup })
      : efs.FileSystem.fromFileSystemAttributes(given, 'Files', { fileSystemId: 'fs-0123456789abcdef0', securityGroup });
    new EfsMount(scope, id, { ...props, task, fileSystem, posixUser: { uid, gid } });
  },
  holds: (resources, { readOnly }) => {
    const point = only(ofType(resources, 'AWS::EFS::AccessPoint'));
    expect(point.Properties.RootDirectory.CreationInfo).toBeDefined();
    const task = only(ofType(resources, 'AWS::ECS::TaskDefinition'));
    expect(task.Properties.Volumes).toMatchObject([{
      EFSVolumeConfiguration: { TransitEncryption: 'ENABLED', AuthorizationConfig: { IAM: 'ENABLED', AccessPointId: { Ref: point.logicalId } } },
    }]);
    const policy = only(ofType(resources, 'AWS::IAM::Policy').filter(({ Properties }) => JSON.stringify(Properties).includes('elasticfilesystem')));
    expect(JSON.stringify(policy.Properties).includes('ClientWrite')).toBe(readOnly !== true);
    expect(JSON.stringify(policy.Properties)).toContain('elasticfilesystem:AccessPointArn');
    expect(task.DependsOn).toContain(policy.logicalId);
    for (const { logicalId } of ofType(resources, 'AWS::EFS::MountTarget')) expect(task.DependsOn).toContain(logicalId);
  },
};

const directory = fc.stringMatching(/^(\/[A-Za-z0-9_-]{1,20}){1,4}$/);
const posixId = fc.integer({ min: 1, max: 4294967295 });

const cases: fc.Arbitrary<MountCase> = fc.tuple(
  fc.record({
    taskKind: fc.constantFrom('service' as const, 'once' as const),
    fileSystemKind: fc.constantFrom('own' as const, 'imported' as const),
    containerPath: directory,
    uid: posixId,
    gid: posixId,
  }),
  options<Pick<MountCase, 'readOnly' | 'accessPointPath' | 'directoryPermissions'>>({
    readOnly: fc.boolean(),
    accessPointPath: directory,
    directoryPermissions: fc.stringMatching(/^[0-7]{3,4}$/),
  }),
).map(([needed, rest]) => ({ ...needed, ...rest }));

const notAnId = notWithin(0, 4294967295);
const breakages: readonly Breakage<MountCase>[] = [
  sets<MountCase>('containerPath', fc.constantFrom('', '/', '//', 'srv', '/srv:rw')),
  sets<MountCase>('accessPointPath', fc.constantFrom('', 'srv', '/a/b/c/d/e', '/a*', `/${'x'.repeat(100)}`)),
  sets<MountCase>('directoryPermissions', fc.constantFrom('', '78', '0o750', '888', '75000')),
  (valid) => notAnId.map((uid) => ({ rule: 'not a user', one: { ...valid, uid }, says: ['posixUser.uid', `${uid}`] })),
  (valid) => notAnId.map((gid) => ({ rule: 'not a group', one: { ...valid, gid }, says: ['posixUser.gid', `${gid}`] })),
  (valid) => fc.constant({ rule: 'root', one: { ...valid, uid: 0 }, says: ['posixUser.uid is 0'] }),
];

propertiesOf('EfsMount', mount, cases, breakages);
