import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Size } from 'aws-cdk-lib/core';
import * as fc from 'fast-check';
import { EbsVolume, FargateWorkerService, HostVolume, S3FilesMount, ScratchVolume } from '../../src';
import { sets } from './support/breakages-services';
import { ofType, only } from './support/invariants';
import { propertiesOf } from './support/properties-of';
import type { Breakage } from './support/refuses';
import { options } from './support/scalars';
import { IMAGE, smallBridgeWorker, smallWorker } from './support/small';
import type { Subject } from './support/subject';
import type { Resources } from './support/world';

/** The place of a volume. */
interface PlaceCase {
  readonly containerPath: string;
  readonly readOnly?: boolean;
}

const directory = fc.stringMatching(/^(\/[A-Za-z0-9_-]{1,20}){1,4}$/);
const place = fc.tuple(fc.record({ containerPath: directory }), options<Pick<PlaceCase, 'readOnly'>>({ readOnly: fc.boolean() }))
  .map(([needed, rest]): PlaceCase => ({ ...needed, ...rest }));
const notAPlace: Breakage<PlaceCase> = sets<PlaceCase>('containerPath', fc.constantFrom('', '/', '//', 'srv', '/srv:rw'));

/** A place of a volume, with what the volume itself needs. */
function placeWith<P extends object>(rest: fc.Arbitrary<P>): fc.Arbitrary<PlaceCase & P> {
  return fc.tuple(place, rest).map(([one, own]): PlaceCase & P => ({ ...one, ...own }));
}

/** The one volume of the task is mounted once, by its name. */
function isMounted(resources: Resources, { readOnly = false }: PlaceCase): Readonly<Record<string, unknown>> {
  const task = only(ofType(resources, 'AWS::ECS::TaskDefinition')).Properties;
  const volume = only<any>(task.Volumes);
  expect(task.ContainerDefinitions[0].MountPoints).toMatchObject([{ SourceVolume: volume.Name, ReadOnly: readOnly }]);
  return volume;
}

propertiesOf('ScratchVolume', {
  build: (scope, id, one, world, given) => void new ScratchVolume(scope, id, { ...one, task: smallWorker(given, world) }),
  holds: (resources, one) => expect(Object.keys(isMounted(resources, one))).toEqual(['Name']),
}, place, [notAPlace]);

interface HostCase extends PlaceCase {
  readonly hostPath: string;
}

propertiesOf('HostVolume', {
  build: (scope, id, one, world, given) => void new HostVolume(scope, id, { ...one, task: smallBridgeWorker(given, world) }),
  holds: (resources, one) => expect(isMounted(resources, one)).toMatchObject({ Host: { SourcePath: expect.anything() } }),
} satisfies Subject<HostCase>, placeWith(fc.record({ hostPath: directory })), [
  notAPlace, sets<HostCase>('hostPath', fc.constantFrom('', 'var/log', '.')),
]);

interface EbsCase extends PlaceCase {
  readonly sizeGiB: number;
  readonly throughputMiBps?: number;
}

propertiesOf<EbsCase, EbsCase>('EbsVolume', {
  build: (scope, id, { sizeGiB, ...one }, world, given) => {
    new EbsVolume(scope, id, { ...one, size: Size.gibibytes(sizeGiB), service: smallWorker(given, world) });
  },
  holds: (resources, one) => {
    const { Name } = isMounted(resources, one);
    expect(only(ofType(resources, 'AWS::ECS::Service')).Properties.VolumeConfigurations).toMatchObject([{ Name, ManagedEBSVolume: { Encrypted: true } }]);
  },
}, placeWith(fc.record(
  { sizeGiB: fc.integer({ min: 100, max: 16384 }), throughputMiBps: fc.integer({ min: 125, max: 750 }) }, { requiredKeys: ['sizeGiB'] },
)), [
  notAPlace,
  (valid) => fc.constantFrom(0, 65537, 70000).map((sizeGiB) => ({ rule: 'a size that EBS does not have', one: { ...valid, sizeGiB }, says: [String(sizeGiB)] })),
  (valid) => fc.constantFrom(0, -1, 1.5).map((throughputMiBps) => ({
    rule: 'a throughput that EBS does not have', one: { ...valid, throughputMiBps }, says: ['throughput', String(throughputMiBps)],
  })),
]);

const ARN = 'arn:aws:s3files:eu-west-1:111122223333:file-system/fs-0123456789abcdef0';

interface S3FilesCase extends PlaceCase {
  readonly fileSystemArn: string;
}

propertiesOf('S3FilesMount', {
  build: (scope, id, one, world, given) => void new S3FilesMount(scope, id, {
    ...one,
    task: smallWorker(given, world),
    bucket: s3.Bucket.fromBucketName(given, 'Bucket', 'photos'),
    securityGroup: ec2.SecurityGroup.fromSecurityGroupId(given, 'MountTargets', 'sg-0123456789abcdef2'),
  }),
  holds: (resources, one) => {
    expect(isMounted(resources, one)).toMatchObject({ S3FilesVolumeConfiguration: { FileSystemArn: expect.anything() } });
    const policies = JSON.stringify(ofType(resources, 'AWS::IAM::Policy'));
    expect(policies.includes('s3files:ClientWrite')).toBe(one.readOnly !== true);
  },
} satisfies Subject<S3FilesCase>, place.map((one): S3FilesCase => ({ ...one, fileSystemArn: ARN })), [
  notAPlace, sets<S3FilesCase>('fileSystemArn', fc.constantFrom('', 'fs-0123456789abcdef0', 'arn:aws:s3:::photos')),
]);

/** Paths that a container can write to below its read-only root. */
interface WritableCase {
  readonly writablePaths: readonly string[];
  readonly writablePathSizeMiB?: number;
}

const notWritable: ReadonlyArray<Breakage<WritableCase>> = [
  (valid) => fc.constantFrom('', '/', 'tmp').map((path) => ({ rule: 'not a path', one: { ...valid, writablePaths: [path] }, says: [`'${path}'`] })),
  (valid) => fc.constant({ rule: 'a path twice', one: { ...valid, writablePaths: ['/tmp', '/tmp/'] }, says: ['/tmp', 'twice'] }),
  (valid) => fc.constantFrom(0, -1, 1.5).map((size) => ({ rule: 'not a size', one: { ...valid, writablePathSizeMiB: size }, says: [String(size)] })),
];

propertiesOf('writablePaths', {
  build: (scope, id, { writablePaths, ...one }, { shared, cluster }) => void new FargateWorkerService(scope, id, {
    ...shared, cluster, image: IMAGE, readonlyRootFilesystem: true, writablePaths: [...writablePaths], ...one,
  }),
  holds: (resources, { writablePaths }) => {
    const [{ LinuxParameters, ReadonlyRootFilesystem }] = only(ofType(resources, 'AWS::ECS::TaskDefinition')).Properties.ContainerDefinitions;
    expect(ReadonlyRootFilesystem).toBe(true);
    expect(LinuxParameters.Tmpfs).toHaveLength(writablePaths.length);
  },
} satisfies Subject<WritableCase>, fc.tuple(
  fc.uniqueArray(directory, { minLength: 1, maxLength: 3 }), options<Pick<WritableCase, 'writablePathSizeMiB'>>({ writablePathSizeMiB: fc.integer({ min: 1, max: 100 }) }),
).map(([writablePaths, rest]): WritableCase => ({ writablePaths, ...rest })), notWritable);
