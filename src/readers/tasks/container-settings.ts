import { readBucketKeys, readFileArn } from './environment-files';
import { textWithHoles } from '../text-with-holes';
import type { Value } from '../../cloudformation/value';
import { anyOf, list, optional, orDefault, required } from '../../cloudformation/value-helpers';
import type { ContainerSettingsFacts, FireLensFacts, RestartPolicyFacts } from '../../facts/container-settings';
import { Unknown, type Fact } from '../../facts/fact';

/** Settings of a container definition for the container runtime. */
export function readContainerSettings(container: Value): ContainerSettingsFacts {
  const linux = container.get('LinuxParameters');
  return {
    entryPoint: words(container.get('EntryPoint')),
    command: words(container.get('Command')),
    environmentFiles: list(container.get('EnvironmentFiles'), (file) => readFileArn(file.get('Value'))),
    environmentFileKeys: readBucketKeys(container.get('EnvironmentFiles')),
    versionConsistency: readConsistency(container.get('VersionConsistency')),
    links: words(container.get('Links')),
    hostname: container.get('Hostname').text(),
    disableNetworking: orDefault(container.get('DisableNetworking').flag(), false),
    dnsServers: count(container.get('DnsServers')),
    dnsSearchDomains: count(container.get('DnsSearchDomains')),
    extraHosts: count(container.get('ExtraHosts')),
    dockerSecurityOptions: count(container.get('DockerSecurityOptions')),
    ulimits: list(container.get('Ulimits'), (ulimit) => ({
      name: required(ulimit.get('Name').text()),
      softLimit: required(ulimit.get('SoftLimit').number()),
      hardLimit: required(ulimit.get('HardLimit').number()),
    })),
    systemControls: list(container.get('SystemControls'), (control) => ({
      parameter: required(control.get('Namespace').text()),
      value: required(control.get('Value').text()),
    })),
    resourceRequirements: list(container.get('ResourceRequirements'), (requirement) => ({
      type: required(requirement.get('Type').text()),
      value: requirement.get('Value').text(),
      sharingStrategy: requirement.get('SharingStrategy').text(),
    })),
    restartPolicy: optional(container.get('RestartPolicy'), readRestartPolicy),
    initProcess: orDefault(linux.get('InitProcessEnabled').flag(), false),
    hasTerminal: anyOf([container.get('PseudoTerminal'), container.get('Interactive')].map((value) => orDefault(value.flag(), false))),
    addedCapabilities: words(linux.at('Capabilities', 'Add')),
    droppedCapabilities: words(linux.at('Capabilities', 'Drop')),
    devices: count(linux.get('Devices')),
    sharedMemoryMiB: linux.get('SharedMemorySize').number(),
    maxSwapMiB: linux.get('MaxSwap').number(),
    swappiness: linux.get('Swappiness').number(),
    tmpfs: list(linux.get('Tmpfs'), (mount) => ({
      path: mount.get('ContainerPath').text(), sizeMiB: mount.get('Size').number(), mountOptions: words(mount.get('MountOptions')),
    })),
    volumesFrom: list(container.get('VolumesFrom'), (source) => required(source.get('SourceContainer').text())),
    fireLens: optional(container.get('FirelensConfiguration'), readFireLens),
  };
}

function readConsistency(value: Value): Fact<boolean> {
  const word = value.word('enabled', 'disabled');
  return word instanceof Unknown ? word : word !== 'disabled';
}

function readRestartPolicy(policy: Value): RestartPolicyFacts {
  return {
    enabled: policy.get('Enabled').flag(),
    attemptPeriodSeconds: policy.get('RestartAttemptPeriod').number(),
    ignoredExitCodes: list(policy.get('IgnoredExitCodes'), (code) => required(code.number())),
  };
}

function readFireLens(configuration: Value): FireLensFacts {
  const entries = configuration.get('Options').entries();
  return {
    type: configuration.get('Type').text(),
    options: entries instanceof Unknown ? entries : Object.fromEntries(entries.map(([key, value]) => [key, textWithHoles(value)])),
  };
}

function words(value: Value): Fact<readonly Fact<string>[]> {
  return list(value, textWithHoles);
}

function count(value: Value): Fact<number> {
  const items = value.items();
  return items instanceof Unknown ? items : items.length;
}
