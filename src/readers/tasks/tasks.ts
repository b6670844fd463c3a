import { readCacheRules } from '../images/cache-rules';
import { tasksOnFargate } from '../capacity/compute';
import { readContainer } from './containers';
import { EXPRESS, readExpressTask } from './express-tasks';
import { readLogGroups } from './log-groups';
import { readNamedRegions } from './named-regions';
import { readRole } from '../permissions/roles';
import { readTaskShape } from './task-shape';
import { withSharing } from './role-sharing';
import { ACCESS_POINT, FILE_SYSTEM, LOG_GROUP, SECRET } from '../reference-kinds';
import { readReferences, referenceAt } from '../references';
import { readWords } from './task-words';
import { readVolume } from '../storage/volumes';
import { memoize } from '../../cloudformation/memoize';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { list, optional, orDefault, required } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import { taskFacts, type Compatibility, type TaskFacts } from '../../facts/task';
import { cpuUnits, memoryMiB } from '../../facts/units';

const TASK = 'AWS::ECS::TaskDefinition';

/** A task definition of a daemon, which has a subset of the properties. */
export const DAEMON_TASK = 'AWS::ECS::DaemonTaskDefinition';

/** A task definition of the app. */
export const readTask = memoize((resource: Resource): TaskFacts => {
  if (resource.type === EXPRESS) return readExpressTask(resource, readAccount(resource));
  return resource.type === DAEMON_TASK ? ofDaemon(readOwn(resource)) : readOwn(resource);
});

/** ECS itself decides where it runs a daemon, and with which network. */
function ofDaemon(facts: TaskFacts): TaskFacts {
  const unknown = new Unknown('ECS decides it for daemons');
  return { ...facts, onFargate: false, networkMode: unknown, requiresCompatibilities: unknown };
}

const PLACES = [
  referenceAt('Volumes.*.EFSVolumeConfiguration.FilesystemId', FILE_SYSTEM),
  referenceAt('Volumes.*.EFSVolumeConfiguration.AuthorizationConfig.AccessPointId', ACCESS_POINT),
  referenceAt('ContainerDefinitions.*.LogConfiguration.Options.awslogs-group', LOG_GROUP),
  referenceAt('ContainerDefinitions.*.Secrets.*.ValueFrom', SECRET),
];

function readOwn(resource: Resource): TaskFacts {
  const task = resource.properties;
  const requiresCompatibilities = readCompatibilities(task);
  return {
    family: task.get('Family').text(),
    requiresCompatibilities,
    onFargate: readOnFargate(resource, requiresCompatibilities),
    networkMode: orDefault(task.get('NetworkMode').word('awsvpc', 'bridge', 'host', 'none'), 'bridge'),
    cpuUnits: cpuUnits(task.get('Cpu').text()),
    memoryMiB: memoryMiB(task.get('Memory').text()),
    ephemeralStorageGiB: task.at('EphemeralStorage', 'SizeInGiB').number(),
    setsArchitecture: task.at('RuntimePlatform', 'CpuArchitecture').isSet(),
    cpuArchitecture: orDefault(task.at('RuntimePlatform', 'CpuArchitecture').text(), 'X86_64'),
    operatingSystemFamily: orDefault(task.at('RuntimePlatform', 'OperatingSystemFamily').text(), 'LINUX'),
    pidMode: task.get('PidMode').text(),
    ipcMode: task.get('IpcMode').text(),
    placementConstraints: list(task.get('PlacementConstraints'), (item) => required(item.get('Type').text())),
    inferenceAccelerators: lengthOf(task.get('InferenceAccelerators').items()),
    proxy: optional(task.get('ProxyConfiguration'), (proxy) => ({ containerName: required(proxy.get('ContainerName').text()) })),
    faultInjection: orDefault(task.get('EnableFaultInjection').flag(), false),
    taskRole: withSharing(readRole(task.get('TaskRoleArn')), resource, 'TaskRoleArn'),
    executionRole: withSharing(readRole(task.get('ExecutionRoleArn')), resource, 'ExecutionRoleArn'),
    containers: list(task.get('ContainerDefinitions'), readContainer),
    volumes: list(task.get('Volumes'), readVolume),
    namedRegions: readNamedRegions(resource),
    cacheRules: readCacheRules(task.get('ContainerDefinitions')),
    logGroups: readLogGroups(task.get('ContainerDefinitions')),
    misshapen: resource.type === TASK ? readMisshapen(resource) : [],
    misreferred: readReferences(task, PLACES),
    words: readWords(resource),
    account: readAccount(resource),
  };
}

function readMisshapen(resource: Resource): TaskFacts['misshapen'] {
  const faults = readTaskShape(resource);
  const { json } = resource.properties.get('ContainerDefinitions');
  const isEmpty = Array.isArray(json) && json.length === 0;
  return isEmpty ? [...faults, { path: 'ContainerDefinitions', fault: 'missing', found: 'no containers', keys: [], words: [] }] : faults;
}

function lengthOf(items: Fact<readonly unknown[]>): Fact<number> {
  return items instanceof Unknown ? items : items.length;
}

function readAccount({ template, properties }: Resource): Fact<string> {
  const roles = [properties.get('ExecutionRoleArn'), properties.get('TaskRoleArn')].map((role) => role.text());
  const written = roles.flatMap((role) => (typeof role === 'string' ? /^arn:[^:]*:iam::(\d{12}):role\//.exec(role)?.[1] ?? [] : []));
  return template.source.account ?? written[0] ?? new Unknown('the account is known when the stack is deployed');
}

/** The task definition that a value refers to; facts that are unknown when it isn't one of the app. */
export function readReferredTask(value: Value): TaskFacts {
  const resource = value.resource();
  if (resource === undefined || resource instanceof Unknown) return taskFacts({}, resource?.reason ?? 'no task definition is named');
  return resource.type === 'AWS::ECS::TaskDefinition' ? readTask(resource) : taskFacts({}, `${resource.logicalId} is not a task definition`);
}

function readCompatibilities(task: Value): Fact<readonly Compatibility[]> {
  const items = task.get('RequiresCompatibilities').items();
  if (items instanceof Unknown) return items;
  const words = items.map((item) => required(item.word('EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES')));
  return words.find((word) => word instanceof Unknown) ?? words as readonly Compatibility[];
}

function readOnFargate(resource: Resource, declared: Fact<readonly Compatibility[]>): Fact<boolean> {
  if (!(declared instanceof Unknown) && declared.includes('FARGATE')) return true;
  const used = tasksOnFargate(resource.template.app).get(resource);
  return used === true || !(declared instanceof Unknown) ? used ?? false : declared;
}
