import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Token } from 'aws-cdk-lib/core';
import { factOf, secondsOf } from '../checks/fact-of';
import type { ContainerPlan } from '../containers/container-plan';
import { tmpfsOf } from '../containers/runtime-props';
import type { ContainerFacts } from '../facts/container';
import { Unknown, type Fact } from '../facts/fact';
import { HOLE } from '../facts/image';

const UNKNOWN_FILE = new Unknown('the file becomes an asset');

/** Facts of the runtime of a container, from its props. */
export function factsOfRuntime({ options }: ContainerPlan): Partial<ContainerFacts> {
  const { linux, restartPolicy, accelerators, systemControls = {} } = options;
  return {
    initProcess: options.initProcess ?? false,
    addedCapabilities: (linux?.capabilities?.add ?? []).map((capability) => factOf(capability as string)),
    droppedCapabilities: (linux?.capabilities?.drop ?? []).map((capability) => factOf(capability as string)),
    devices: countOf(linux?.devices),
    sharedMemoryMiB: factOf(linux?.sharedMemoryMiB),
    maxSwapMiB: factOf(linux?.maxSwapMiB),
    swappiness: factOf(linux?.swappiness),
    tmpfs: tmpfsOf(options).map(({ containerPath, sizeMiB, mountOptions = [] }) => ({
      path: factOf(containerPath), sizeMiB: factOf(sizeMiB), mountOptions: mountOptions.map((option) => factOf(option as string)),
    })),
    volumesFrom: [],
    ulimits: (options.ulimits ?? []).map(({ name, softLimit, hardLimit }) => ({
      name: factOf(name as string), softLimit: factOf(softLimit), hardLimit: factOf(hardLimit),
    })),
    systemControls: Object.entries(systemControls).map(([parameter, value]) => ({ parameter: factOf(parameter), value: factOf(value) })),
    environmentFiles: (options.environmentFiles ?? []).map(nameOfFile),
    resourceRequirements: factsOfRequirements(accelerators),
    restartPolicy: restartPolicy && {
      enabled: true, attemptPeriodSeconds: secondsOf(restartPolicy.restartAttemptPeriod), ignoredExitCodes: codesOf(restartPolicy.ignoredExitCodes),
    },
    hostname: factOf(options.hostname),
    disableNetworking: options.disableNetworking ?? false,
    dnsServers: countOf(options.dnsServers),
    dnsSearchDomains: countOf(options.dnsSearchDomains),
    extraHosts: Object.keys(options.extraHosts ?? {}).length,
    dockerSecurityOptions: countOf(options.dockerSecurityOptions),
    links: [],
    privileged: options.privileged ?? false,
  };
}

/** The ARN of a file in S3, of which the bucket may be known at deployment only. Assets are named by the CDK. */
function factsOfRequirements(accelerators: ContainerPlan['options']['accelerators']): ContainerFacts['resourceRequirements'] {
  if (!accelerators) return [];
  const { type, value, sharingStrategy } = accelerators._requirement;
  return [{ type, value: factOf(value), sharingStrategy }];
}

function nameOfFile(file: ecs.EnvironmentFile): Fact<string> {
  if (!(file instanceof ecs.S3EnvironmentFile)) return UNKNOWN_FILE;
  // Binding an object of a bucket creates nothing.
  const { objectKey } = file.bind(undefined as never).s3Location;
  return Token.isUnresolved(objectKey) ? UNKNOWN_FILE : `arn:aws:s3:::${HOLE}/${objectKey}`;
}

function codesOf(codes: readonly number[] = []): Fact<readonly Fact<number>[]> {
  return Token.isUnresolved(codes) ? new Unknown('the list is a token, known at deployment') : codes.map((code) => factOf(code));
}

function countOf(list: readonly unknown[] | undefined): Fact<number> {
  return Token.isUnresolved(list) ? new Unknown('the list is a token, known at deployment') : list?.length ?? 0;
}
