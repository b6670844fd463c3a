import { EC2 } from '@aws-sdk/client-ec2';
import type { TaskDefinition } from '@aws-sdk/client-ecs';
import { EFS } from '@aws-sdk/client-efs';
import { deployedExample } from './support/deployment';

describe('examples/uploads', () => {
  const example = deployedExample('uploads', { imageTag: '1.36' });
  let writer: TaskDefinition;
  let cleanUp: TaskDefinition;

  const read = async () => {
    const definitions = await example().account.taskDefinitions();
    writer = definitions.find(({ family }) => family!.includes('Writer'))!;
    cleanUp = definitions.find(({ family }) => family!.includes('CleanUp'))!;
  };

  beforeAll(read);

  test('the stack is complete', async () => {
    expect(await example().stackStatuses()).toEqual({ Uploads: 'CREATE_COMPLETE' });
  });

  test('both tasks mount the file system as their role, encrypted, through access points of one directory', async () => {
    const { AccessPoints = [] } = await new EFS(example().emulator.clientConfig).describeAccessPoints({});
    expect(AccessPoints).toHaveLength(2);
    const directory = { Path: '/uploads', CreationInfo: { OwnerUid: 1000, OwnerGid: 1000, Permissions: '750' } };
    for (const point of AccessPoints) expect(point).toMatchObject({ PosixUser: { Uid: 1000, Gid: 1000 }, RootDirectory: directory });
    for (const task of [writer, cleanUp]) {
      const [{ efsVolumeConfiguration }] = task.volumes!.filter((volume) => volume.efsVolumeConfiguration);
      expect(efsVolumeConfiguration).toMatchObject({
        fileSystemId: AccessPoints[0].FileSystemId, transitEncryption: 'ENABLED', authorizationConfig: { iam: 'ENABLED' },
      });
      expect(AccessPoints.map(({ AccessPointId }) => AccessPointId)).toContain(efsVolumeConfiguration!.authorizationConfig!.accessPointId);
    }
  });

  test('the root file system is read-only, beside paths in memory and scratch space', () => {
    expect(writer.containerDefinitions).toMatchObject([{
      readonlyRootFilesystem: true,
      linuxParameters: { tmpfs: [{ containerPath: '/tmp', size: 64 }, { containerPath: '/var/work', size: 16 }] },
      mountPoints: [{ containerPath: '/srv/uploads', readOnly: false }],
    }]);
    expect(cleanUp.volumes).toHaveLength(2);
    expect(cleanUp.containerDefinitions).toMatchObject([{ mountPoints: [{ containerPath: '/srv/uploads' }, { sourceVolume: 'List', containerPath: '/var/list' }] }]);
  });

  test('the mount targets are open on port 2049 to the tasks', async () => {
    const { SecurityGroups = [] } = await new EC2(example().emulator.clientConfig).describeSecurityGroups({});
    const rules = SecurityGroups.flatMap(({ IpPermissions = [] }) => IpPermissions).filter(({ FromPort }) => FromPort === 2049);
    expect(rules.flatMap(({ UserIdGroupPairs }) => UserIdGroupPairs)).toHaveLength(2);
  });

  test('a new image arrives as a new revision, with the same volume', async () => {
    const { volumes } = writer;
    await example().deploy({ imageTag: '1.37' });
    await read();
    expect(writer).toMatchObject({ revision: 2, volumes, containerDefinitions: [{ image: 'public.ecr.aws/docker/library/busybox:1.37' }] });
  });

  test('destroys without leftovers', async () => {
    expect(await example().destroy()).toEqual([]);
    const { FileSystems } = await new EFS(example().emulator.clientConfig).describeFileSystems({});
    expect(FileSystems).toEqual([]);
  });
});
