import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { Unknown } from '../../facts/fact';
import type { WordFacts } from '../../facts/task';
import { cpuUnits, memoryMiB } from '../../facts/units';

type Words = readonly string[];

const SWITCH: Words = ['ENABLED', 'DISABLED'];

// `distinctInstance`, log drivers, ulimits, capabilities and FireLens have gotchas of their own.
const OF_TASK: ReadonlyArray<readonly [path: string, words: Words]> = [
  ['NetworkMode', ['awsvpc', 'bridge', 'host', 'none']],
  ['PidMode', ['host', 'task']],
  ['IpcMode', ['host', 'task', 'none']],
  ['RuntimePlatform.CpuArchitecture', ['X86_64', 'ARM64']],
  ['RuntimePlatform.OperatingSystemFamily', [
    'LINUX', 'WINDOWS_SERVER_2025_CORE', 'WINDOWS_SERVER_2025_FULL', 'WINDOWS_SERVER_2022_CORE', 'WINDOWS_SERVER_2022_FULL', 'WINDOWS_SERVER_2019_CORE',
    'WINDOWS_SERVER_2019_FULL', 'WINDOWS_SERVER_2016_FULL', 'WINDOWS_SERVER_2004_CORE', 'WINDOWS_SERVER_20H2_CORE',
  ]],
];

const COMPATIBILITIES: Words = ['EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES'];

/** Words in a task definition that are not known to be some of those that ECS has for their property. */
export function readWords({ type, properties: task }: Resource): readonly WordFacts[] {
  // ECS itself decides most of it for daemons.
  if (type !== 'AWS::ECS::TaskDefinition') return itemsOf(task, 'ContainerDefinitions').flatMap(ofContainer);
  return [
    ...OF_TASK.flatMap(([path, words]) => misfit(asProp(path), task.at(...path.split('.')), words)),
    ...missized('cpu', task.get('Cpu'), cpuUnits, ['a number of CPU units', 'a number of vCPU, as in 1 vCPU']),
    ...missized('memory', task.get('Memory'), memoryMiB, ['a number of MiB', 'a number of GB, as in 1 GB']),
    ...itemsOf(task, 'RequiresCompatibilities').flatMap((item) => misfit('requiresCompatibilities', item, COMPATIBILITIES)),
    ...itemsOf(task, 'ContainerDefinitions').flatMap(ofContainer),
    ...itemsOf(task, 'Volumes').flatMap(ofVolume),
  ];
}

function ofContainer(container: Value): readonly WordFacts[] {
  const prefix = `containers[${nameOf(container)}]`;
  return [
    ...itemsOf(container, 'DependsOn').flatMap((one) => misfit(`${prefix}.dependsOn.condition`, one.get('Condition'), ['START', 'COMPLETE', 'SUCCESS', 'HEALTHY'])),
    ...itemsOf(container, 'PortMappings').flatMap((one) => misfit(`${prefix}.portMappings.protocol`, one.get('Protocol'), ['tcp', 'udp'])),
    ...itemsOf(container, 'EnvironmentFiles').flatMap((one) => misfit(`${prefix}.environmentFiles.type`, one.get('Type'), ['s3'])),
    ...misfit(`${prefix}.versionConsistency`, container.get('VersionConsistency'), ['enabled', 'disabled'], true),
    ...itemsOf(container.get('LinuxParameters'), 'Devices').flatMap((one) => itemsOf(one, 'Permissions'))
      .flatMap((one) => misfit(`${prefix}.linuxParameters.devices.permissions`, one, ['read', 'write', 'mknod'])),
  ];
}

function ofVolume(volume: Value): readonly WordFacts[] {
  const prefix = `volumes[${nameOf(volume)}]`;
  const efs = volume.get('EFSVolumeConfiguration');
  return [
    ...misfit(`${prefix}.efsVolumeConfiguration.transitEncryption`, efs.get('TransitEncryption'), SWITCH, true),
    ...misfit(`${prefix}.efsVolumeConfiguration.authorizationConfig.iam`, efs.at('AuthorizationConfig', 'IAM'), SWITCH, true),
    ...misfit(`${prefix}.dockerVolumeConfiguration.scope`, volume.at('DockerVolumeConfiguration', 'Scope'), ['task', 'shared']),
  ];
}

// Nearly all words are right, and those are no facts: a check reads none of them.
function misfit(property: string, written: Value, words: Words, isOfCloudFormation = false): readonly WordFacts[] {
  const value = written.text();
  return value === undefined || (typeof value === 'string' && words.includes(value)) ? [] : [{ property, value, words, isOfCloudFormation }];
}

/** A size in a unit that ECS does not have. */
function missized(property: string, written: Value, parse: typeof cpuUnits, words: Words): readonly WordFacts[] {
  const value = written.text();
  // Other texts may be placeholders of another tool.
  const hasUnit = typeof value === 'string' && /^\s*[\d.]+\s*[a-z]+\s*$/i.test(value);
  return hasUnit && parse(value) instanceof Unknown ? [{ property, value, words, isOfCloudFormation: false }] : [];
}

function itemsOf(value: Value, property: string): readonly Value[] {
  const items = value.get(property).items();
  return items instanceof Unknown ? [] : items;
}

function nameOf(value: Value): string {
  const name = value.get('Name').text();
  return typeof name === 'string' ? name : '…';
}

function asProp(path: string): string {
  return path.split('.').map((part) => part[0].toLowerCase() + part.slice(1)).join('.');
}
