import * as ecs from 'aws-cdk-lib/aws-ecs';
import { Token } from 'aws-cdk-lib/core';
import type { ContainerOptions } from './container-options';
import type { ContainerPlan } from './container-plan';
import { tmpfsOf } from './runtime-props';
import { checkText, checkWholeNumber, checkWholeSeconds, MAX_INT } from '../checks/arguments';
import { checkOnce } from '../checks/once';
import { known, Unknown } from '../facts/fact';
import type { TaskFacts } from '../facts/task';
import { refuse } from '../gotchas/enforce';
import { tdEnvfileRules } from '../gotchas/td/td-envfile-rules';
import { tdFargateUnsupportedParams } from '../gotchas/td/td-fargate-unsupported-params';
import { tdWindowsLimits } from '../gotchas/td/td-windows-limits';

const API = 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference';
const LINUX_DOCS = `${API}/API_LinuxParameters.html`;
const TMPFS_DOCS = `${API}/API_Tmpfs.html`;
const CONTAINER_DOCS = `${API}/API_ContainerDefinition.html`;
const PORT_DOCS = `${API}/API_PortMapping.html`;

/** Throws for options of the runtime that can't be right, or that contradict each other. */
export function checkRuntime(at: string, plan: ContainerPlan, task: Partial<TaskFacts>): void {
  const { name, options: { linux, restartPolicy, ulimits, dnsServers, dnsSearchDomains } } = plan;
  const of = (property: string) => `containers[${name}].${property}`;
  for (const { _mapping: { containerPort, containerPortRange, hostPort, name: portName } } of plan.mappings) {
    // A gotcha has the highest port.
    if (containerPortRange === undefined) checkWholeNumber(at, of('containerPort'), containerPort, { min: 1, max: MAX_INT, docs: PORT_DOCS });
    checkWholeNumber(at, of('hostPort'), hostPort, { min: 0, max: 65535, docs: PORT_DOCS });
    checkText(at, of('ports.name'), portName, /^[a-z0-9_][a-z0-9_-]{0,63}$/, 'have 1 to 64 lower-case letters, digits, underscores and hyphens, and no hyphen first', PORT_DOCS);
  }
  checkMappings(at, of, plan);
  checkWholeNumber(at, of('linux.sharedMemoryMiB'), linux?.sharedMemoryMiB, { min: 1, max: MAX_INT, unit: 'MiB', docs: LINUX_DOCS });
  checkWholeNumber(at, of('linux.maxSwapMiB'), linux?.maxSwapMiB, { min: 0, max: MAX_INT, unit: 'MiB', docs: LINUX_DOCS });
  checkWholeNumber(at, of('linux.swappiness'), linux?.swappiness, { min: 0, max: 100, docs: LINUX_DOCS });
  // A guard has the range, which half a second is within.
  checkWholeSeconds(at, of('restartPolicy.restartAttemptPeriod'), restartPolicy?.restartAttemptPeriod);
  checkOnce(at, of('ulimits'), ulimits, (ulimit) => ulimit.name, `${API}/API_Ulimit.html`);
  checkOnce(at, of('dnsServers'), dnsServers, undefined, CONTAINER_DOCS);
  checkOnce(at, of('dnsSearchDomains'), dnsSearchDomains, undefined, CONTAINER_DOCS);
  checkFiles(at, of, plan);
  checkNetwork(at, of, plan, task);
  checkLinux(at, of, plan, task);
  checkTmpfs(at, of, plan, task);
}

type Property = (property: string) => string;

function checkMappings(at: string, of: Property, { mappings }: ContainerPlan): void {
  const ports = mappings.map(({ _mapping }) => _mapping);
  checkOnce(at, of('ports'), ports, ({ containerPort, containerPortRange, protocol }) =>
    (Token.isUnresolved(containerPort) ? {} : `${containerPortRange ?? containerPort}/${protocol}`), PORT_DOCS);
  const [unnamed] = ports.filter(({ name, appProtocol }) => name === undefined && appProtocol !== undefined);
  if (!unnamed) return;
  refuse({
    headline: `${of('ports')} has the appProtocol ${unnamed.appProtocol?.value} on a port without a name`,
    at,
    property: of('ports'),
    fix: "name the port: ContainerPort.tcp(8080, { name: 'http', appProtocol })",
    docs: PORT_DOCS,
  });
}

/** The object of an asset has the extension of its file: a file of the name `.env` has none. */
function checkFiles(at: string, of: Property, { options: { environmentFiles = [] } }: ContainerPlan): void {
  for (const file of environmentFiles) {
    if (!(file instanceof ecs.AssetEnvironmentFile) || /[^/\\]\.env$/.test(file.path)) continue;
    refuse({
      headline: `${of('environmentFiles')} has the file ${file.path}, whose object in S3 would have no name that ends in .env`,
      gotcha: tdEnvfileRules,
      at,
      property: of('environmentFiles'),
      why: 'ECS reads only objects whose names end in .env, and the object of an asset has the extension of its file, which must have a name before it.',
      fix: 'rename the file: app.env',
      docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html',
    });
  }
}

/** The containers of a task share one host name and one hosts file, if the task has a network interface. */
function checkNetwork(at: string, of: Property, { options }: ContainerPlan, { networkMode, onFargate }: Partial<TaskFacts>): void {
  if (networkMode !== ecs.NetworkMode.AWS_VPC || onFargate === true) return;
  const [property] = (['hostname', 'extraHosts', 'disableNetworking'] as const).filter((name) => options[name]);
  if (!property) return;
  refuse({
    headline: `${of(property)} is set, and the network mode is awsvpc`,
    at,
    property: of(property),
    why: 'The containers of a task with a network interface of its own share the name and the addresses of the task.',
    fix: `leave out ${property}, or set networkMode to NetworkMode.BRIDGE`,
    docs: CONTAINER_DOCS,
  });
}

/** Fargate has no host that a container could share memory, swap space or devices of. */
const OF_INSTANCES = ['sharedMemoryMiB', 'maxSwapMiB', 'swappiness', 'devices'] as const;

function checkOnFargate(at: string, of: Property, { linux }: ContainerOptions): void {
  const [property] = OF_INSTANCES.filter((name) => linux?.[name] !== undefined);
  if (!property) return;
  refuse({
    headline: `${of(`linux.${property}`)} is not available on Fargate`,
    gotcha: tdFargateUnsupportedParams,
    at,
    property: of(`linux.${property}`),
    fix: `leave out ${property}, or run the task on EC2`,
    docs: LINUX_DOCS,
  });
}

function checkLinux(at: string, of: Property, { options }: ContainerPlan, { operatingSystemFamily, onFargate }: Partial<TaskFacts>): void {
  if (onFargate === true) checkOnFargate(at, of, options);
  const isWindows = typeof operatingSystemFamily === 'string' && operatingSystemFamily.startsWith('WINDOWS');
  const [property] = (['linux', 'writablePaths', 'ulimits', 'systemControls'] as const).filter((name) => options[name] !== undefined);
  if (isWindows && property) {
    refuse({
      headline: `${of(property)} is set, and the containers run on Windows`,
      gotcha: tdWindowsLimits,
      at,
      property: of(property),
      fix: property === 'writablePaths' ? 'leave it out: the root file system of a Windows container is writable' : `leave out ${property}, or run on Linux`,
      docs: LINUX_DOCS,
    });
  }
  if (options.linux?.swappiness === undefined || options.linux.maxSwapMiB !== undefined) return;
  refuse({
    headline: `${of('linux.swappiness')} is set without maxSwapMiB`,
    at,
    property: of('linux.swappiness'),
    why: 'ECS ignores the swappiness of a container without swap memory.',
    fix: 'set linux.maxSwapMiB too, or leave out swappiness',
    docs: LINUX_DOCS,
  });
}

function checkTmpfs(at: string, of: Property, { options }: ContainerPlan, { memoryMiB }: Partial<TaskFacts>): void {
  const { writablePaths, writablePathSizeMiB, readonlyRootFilesystem, memoryLimitMiB } = options;
  checkWholeNumber(at, of('writablePathSizeMiB'), writablePathSizeMiB, { min: 1, max: MAX_INT, unit: 'MiB', docs: TMPFS_DOCS });
  if (writablePaths !== undefined && !readonlyRootFilesystem) {
    refuse({
      headline: `${of('writablePaths')} is set, and the whole root file system can be written to`,
      at,
      property: of('writablePaths'),
      fix: 'set readonlyRootFilesystem: true, or use linux.tmpfs for a file system in memory',
      docs: CONTAINER_DOCS,
    });
  }
  const tmpfs = tmpfsOf(options);
  const limit = memoryLimitMiB ?? (memoryMiB === undefined || memoryMiB instanceof Unknown ? undefined : known(memoryMiB));
  for (const { containerPath, sizeMiB } of tmpfs) {
    checkText(at, of('tmpfs.containerPath'), containerPath, /^\/+[^/:][^:]*$/, 'be an absolute path below the root directory: /tmp', TMPFS_DOCS);
    checkWholeNumber(at, of('tmpfs.sizeMiB'), sizeMiB, { min: 1, max: MAX_INT, unit: 'MiB', docs: TMPFS_DOCS });
    if (limit === undefined || Token.isUnresolved(limit) || Token.isUnresolved(sizeMiB) || sizeMiB < limit) continue;
    refuse({
      headline: `${of('tmpfs')} has ${sizeMiB} MiB for ${Token.isUnresolved(containerPath) ? 'a path' : containerPath}, the container has ${limit} MiB of memory`,
      at,
      property: of('tmpfs'),
      why: 'A tmpfs is in the memory of the container, which is killed before such a file system is full.',
      fix: `make it smaller than ${limit} MiB, raise the memory, or use a ScratchVolume`,
      docs: TMPFS_DOCS,
    });
  }
  checkOnce(at, of('tmpfs'), tmpfs, ({ containerPath }) => (Token.isUnresolved(containerPath) ? {} : containerPath.replace(/\/+$/, '')), TMPFS_DOCS);
}
