import * as ecs from 'aws-cdk-lib/aws-ecs';
import { SizeRoundingBehavior, Stack, Token, type Size } from 'aws-cdk-lib/core';
import type { EbsVolumeProps } from './ebs-volume-props';
import { isOnFargate, isWindows, resourceOf } from '../tasks/task-platform';
import { checkText, checkWholeNumber, MAX_INT } from '../checks/arguments';
import { checkKind } from '../checks/check-kind';
import { factOf } from '../checks/fact-of';
import { Unknown, type Fact } from '../facts/fact';
import { serviceFacts } from '../facts/service';
import { taskFacts } from '../facts/task';
import { volumeFacts, type VolumeFacts } from '../facts/volume';
import type { DeploymentController } from '../facts/deployment';
import { enforce, refuse } from '../gotchas/enforce';
import { cfnServiceOf } from '../workload/cfn-service';

const DOCS = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceManagedEBSVolumeConfiguration.html';
/** With parts of a unit, which a check refuses; the CDK would in its own words. */
const EXACT = { rounding: SizeRoundingBehavior.NONE };
/** Beside names that ECS allows, for the volume that does not exist yet. */
const NEW = 'the new volume';

/** Throws for a volume that EBS does not have, or that ECS does not create for this service. */
export function checkEbsVolume(at: string, props: EbsVolumeProps): void {
  const { service, snapshotId, iops, throughputMiBps, volumeInitializationRate } = props;
  checkText(at, 'snapshotId', snapshotId, /^snap-[0-9a-f]+$/, 'be the id of a snapshot: snap-0123456789abcdef0', DOCS);
  checkWholeNumber(at, 'iops', iops, { min: 1, max: MAX_INT, docs: DOCS });
  // The most of any type.
  checkWholeNumber(at, 'throughputMiBps', throughputMiBps, { min: 1, max: 2000, unit: 'MiB per second', docs: DOCS });
  const rate = inMiB(volumeInitializationRate);
  if (typeof rate === 'number') checkWholeNumber(at, 'volumeInitializationRate', rate, { min: 100, max: 300, unit: 'MiB per second', docs: DOCS });
  checkPresent(at, props);
  checkKind(at, 'size', props.size, 'toGibibytes', 'a Size: Size.gibibytes(20)');
  const size = inGiB(props.size);
  // The largest volume of any type.
  if (typeof size === 'number') checkWholeNumber(at, 'size', size, { min: 1, max: 65536, unit: 'GiB', docs: DOCS });
  const resource = cfnServiceOf(service.service);
  const { deploymentController, schedulingStrategy } = resource;
  const { type = 'ECS' } = (Stack.of(resource).resolve(deploymentController) ?? {}) as { readonly type?: string };
  const onFargate = isOnFargate(service);
  enforce(at, 'service', serviceFacts({
    controller: type as DeploymentController,
    schedulingStrategy: schedulingStrategy === 'DAEMON' ? 'DAEMON' : 'REPLICA',
    onFargate,
    task: taskFacts({
      onFargate,
      operatingSystemFamily: isWindows(service.taskDefinition) ? 'WINDOWS' : 'LINUX',
      volumes: [...existing(service.taskDefinition), ebsVolume(NEW)],
    }),
    ebsVolumes: [{
      name: NEW,
      hasRole: true,
      // The part grants the key to the role.
      role: undefined,
      encrypted: true,
      key: undefined,
      volumeType: props.volumeType ?? 'gp3',
      sizeGiB: size,
      fromSnapshot: snapshotId !== undefined,
      iops: factOf(iops),
      throughputMiBps: factOf(throughputMiBps),
      initializationRateMiBps: rate,
      fileSystemType: props.fileSystem ?? 'xfs',
    }],
  }));
}

function checkPresent(at: string, { service, size, snapshotId }: EbsVolumeProps): void {
  if (size === undefined && snapshotId === undefined) {
    refuse({ headline: 'size is left out, it is required without a snapshotId', at, property: 'size', fix: 'pass the size: Size.gibibytes(20)', docs: DOCS });
  }
  if (!isWindows(service.taskDefinition) || !isOnFargate(service)) return;
  refuse({
    headline: 'service runs Windows containers on Fargate, which has no EBS volumes for them',
    at,
    property: 'service',
    fix: 'run the service on EC2, or on Linux',
    docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ebs-volumes.html',
  });
}

/** EBS volumes that the task definition has already: a task has at most one. */
function existing(taskDefinition: ecs.TaskDefinition): readonly VolumeFacts[] {
  const volumes = (Stack.of(taskDefinition).resolve(resourceOf(taskDefinition).volumes) ?? []) as ReadonlyArray<ecs.CfnTaskDefinition.VolumeProperty>;
  return volumes.filter(({ configuredAtLaunch }) => configuredAtLaunch === true).map(({ name }) => ebsVolume(name ?? ''));
}

function ebsVolume(name: string): VolumeFacts {
  return volumeFacts({ name, kind: 'ebs', saidKinds: ['ebs'] });
}

function inMiB(size: Size | undefined): Fact<number | undefined> {
  return amountOf(size, () => size?.toMebibytes(EXACT));
}

function inGiB(size: Size | undefined): Fact<number | undefined> {
  return amountOf(size, () => size?.toGibibytes(EXACT));
}

function amountOf(size: Size | undefined, convert: () => number | undefined): Fact<number | undefined> {
  if (size === undefined) return undefined;
  return size.isUnresolved() || Token.isUnresolved(convert()) ? new Unknown('the size is a token, known at deployment') : convert();
}
