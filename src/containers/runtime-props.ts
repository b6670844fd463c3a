import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Size } from 'aws-cdk-lib/core';
import type { ContainerOptions } from './container-options';
import type { TmpfsMount } from './linux-options';

/** The size of each of the writable paths, if the props leave it out. */
export const WRITABLE_PATH_MIB = 64;

/** Every user of the container can write, as on a disk. */
const WRITABLE = [ecs.TmpfsMountOption.RW, ecs.TmpfsMountOption.NOSUID, ecs.TmpfsMountOption.NODEV];

/** The properties of the CDK for the runtime of a container. */
export function runtimeProps(task: ecs.TaskDefinition, name: string, options: ContainerOptions): Partial<ecs.ContainerDefinitionOptions> {
  const { restartPolicy, credentialSpec, systemControls } = options;
  return {
    linuxParameters: linuxParameters(task, name, options),
    ulimits: options.ulimits,
    systemControls: systemControls && Object.entries(systemControls).map(([namespace, value]) => ({ namespace, value })),
    environmentFiles: options.environmentFiles,
    dockerLabels: options.dockerLabels,
    versionConsistency: options.versionConsistency,
    hostname: options.hostname,
    extraHosts: options.extraHosts,
    dnsServers: options.dnsServers,
    dnsSearchDomains: options.dnsSearchDomains,
    disableNetworking: options.disableNetworking,
    dockerSecurityOptions: options.dockerSecurityOptions,
    credentialSpecs: credentialSpec && [credentialSpec],
    privileged: options.privileged,
    interactive: options.interactive,
    pseudoTerminal: options.pseudoTerminal,
    ...restartPolicy ? { enableRestartPolicy: true, restartIgnoredExitCodes: restartPolicy.ignoredExitCodes } : {},
  };
}

/** File systems in memory that the options ask for. */
export function tmpfsOf({ linux, writablePaths = [], writablePathSizeMiB = WRITABLE_PATH_MIB }: ContainerOptions): readonly TmpfsMount[] {
  return [
    ...writablePaths.map((containerPath) => ({ containerPath, sizeMiB: writablePathSizeMiB, mountOptions: WRITABLE })),
    ...linux?.tmpfs ?? [],
  ];
}

function linuxParameters(task: ecs.TaskDefinition, name: string, options: ContainerOptions): ecs.LinuxParameters | undefined {
  const { initProcess, linux } = options;
  const tmpfs = tmpfsOf(options);
  if (!initProcess && !linux && tmpfs.length === 0) return undefined;
  const parameters = new ecs.LinuxParameters(task, `${name}.Linux`, {
    initProcessEnabled: initProcess,
    sharedMemorySize: linux?.sharedMemoryMiB,
    maxSwap: linux?.maxSwapMiB === undefined ? undefined : Size.mebibytes(linux.maxSwapMiB),
    swappiness: linux?.swappiness,
  });
  parameters.addCapabilities(...linux?.capabilities?.add ?? []);
  parameters.dropCapabilities(...linux?.capabilities?.drop ?? []);
  parameters.addDevices(...linux?.devices ?? []);
  parameters.addTmpfs(...tmpfs.map(({ containerPath, sizeMiB, mountOptions }) => ({ containerPath, size: sizeMiB, mountOptions })));
  return parameters;
}
