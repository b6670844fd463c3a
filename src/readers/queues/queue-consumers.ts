import { readAllows } from '../permissions/policy-statements';
import { readScaling } from '../scaling/scaling';
import { pushTo, type App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import { referredBy } from '../../cloudformation/references';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { orDefault, resourceIn } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import type { ConsumerFacts } from '../../facts/queue';
import type { ScalingPolicyFacts, StepAlarmFacts } from '../../facts/scaling';
import { readRole, statementsOf } from '../permissions/roles';

const QUEUE = 'AWS::SQS::Queue';
/** Seconds that ECS waits for a container that sets no `stopTimeout`. */
const STOP_SECONDS = 30;

/** Services of the app whose task role allows to receive from a queue. */
export function readConsumers(queue: Resource): readonly ConsumerFacts[] {
  return (servicesByQueue(queue.template.app).get(queue) ?? []).map((service) => readConsumer(service, queue));
}

const servicesByQueue = memoize((app: App): ReadonlyMap<Resource, readonly Resource[]> => {
  const found = new Map<Resource, Resource[]>();
  const services = app.ofType('AWS::ECS::Service');
  const roles = services.map(roleOf);
  for (const [index, service] of services.entries()) {
    const isShared = roles.some((role, other) => other !== index && role !== undefined && role === roles[index]);
    for (const queue of queuesOf(service, isShared)) pushTo(found, queue, service);
  }
  return found;
});

/**
 * Queues that the tasks of a service may receive from: named by their role; or by their environment, where the role allows any queue, or
 * is the role of other services too.
 */
function queuesOf(service: Resource, isShared: boolean): ReadonlySet<Resource> {
  const task = taskOf(service);
  const role = roleOf(service);
  if (!task || !role) return new Set();
  const inEnvironment = containersOf(task).flatMap((container) => queuesIn(container.get('Environment')));
  const receiving = statementsOf(role).filter((statement) => readAllows(statement, 'sqs:ReceiveMessage') === true);
  const named = receiving.flatMap((statement) => queuesIn(statement.get('Resource')));
  const anyQueue = receiving.some((statement) => isAnything(statement.get('Resource')));
  if (isShared) return new Set(inEnvironment.filter((queue) => anyQueue || named.includes(queue)));
  return new Set(anyQueue ? [...named, ...inEnvironment] : named);
}

function roleOf(service: Resource): Resource | undefined {
  const task = taskOf(service);
  return task && resourceIn(task.properties.get('TaskRoleArn'), 'AWS::IAM::Role');
}

function readConsumer(service: Resource, queue: Resource): ConsumerFacts {
  const task = taskOf(service);
  const containers = task ? containersOf(task) : [];
  const naming = containers.filter((container) => queuesIn(container.get('Environment')).includes(queue));
  const receiving = naming.length > 0 ? naming : containers.filter((container) => container.get('Essential').flag() !== false);
  return {
    service: service.logicalId,
    processingSeconds: undefined,
    stopSeconds: receiving.length === 0 ? new Unknown('the containers of the task are not known') : receiving.map(readStop),
    scalesIn: readScalesIn(service),
    keyAdmitsRole: readKeyAdmits(queue, roleOf(service)),
    taskRole: task ? readRole(task.properties.get('TaskRoleArn')) : new Unknown('the task definition is not in this app'),
  };
}

/** A key outside of the app may admit the role, as any statement of a key of the app that refers to it. */
function readKeyAdmits(queue: Resource, role: Resource | undefined): Fact<boolean> {
  const value = queue.properties.get('KmsMasterKeyId');
  const alias = resourceIn(value, 'AWS::KMS::Alias');
  const key = resourceIn(alias ? alias.properties.get('TargetKeyId') : value, 'AWS::KMS::Key');
  if (!key) return new Unknown('the key of the queue is not in this app');
  return role !== undefined && referredBy(key.template, key.properties.get('KeyPolicy').json).has(role);
}

function readStop(container: Value): Fact<number> {
  return orDefault(container.get('StopTimeout').number(), STOP_SECONDS);
}

function readScalesIn(service: Resource): Fact<boolean> {
  const scaling = readScaling(service);
  if (scaling instanceof Unknown) return scaling;
  if (!scaling) return false;
  const { minCapacity, maxCapacity, policies } = scaling;
  if (minCapacity instanceof Unknown) return minCapacity;
  if (maxCapacity instanceof Unknown) return maxCapacity;
  if (policies instanceof Unknown) return policies;
  return minCapacity < maxCapacity && policies.some(mayStopWork);
}

/** True if a policy may remove tasks that work: one that waits until no message is left, those in flight included, stops none. */
function mayStopWork({ scaleInDisabled, kind, steps, adjustmentType, alarm, math }: ScalingPolicyFacts): boolean {
  if (kind === 'predictive' || scaleInDisabled === true) return false;
  if (kind !== 'step' || steps instanceof Unknown || steps.length === 0) return true;
  const addsAlone = adjustmentType !== 'ExactCapacity' && steps.every(({ adjustment }) => typeof adjustment === 'number' && adjustment >= 0);
  if (addsAlone) return false;
  const counted = math instanceof Unknown ? [] : math?.metrics.map(({ metricName }) => metricName) ?? [];
  const countsAll = ['ApproximateNumberOfMessagesVisible', 'ApproximateNumberOfMessagesNotVisible'].every((name) => counted.includes(name));
  return !countsAll || alarm === undefined || alarm instanceof Unknown || !isAtNone(alarm);
}

function isAtNone({ threshold, comparison }: StepAlarmFacts): boolean {
  if (typeof threshold !== 'number') return false;
  return (comparison === 'LessThanOrEqualToThreshold' && threshold < 1) || (comparison === 'LessThanThreshold' && threshold <= 1);
}

/** The task definition of a service, where the app has it. */
export function taskOf(service: Resource): Resource | undefined {
  return resourceIn(service.properties.get('TaskDefinition'), 'AWS::ECS::TaskDefinition');
}

/** Containers of a task definition, as far as they are known. */
export function containersOf(task: Resource): readonly Value[] {
  const containers = task.properties.get('ContainerDefinitions').items();
  return containers instanceof Unknown ? [] : containers;
}

/** Queues of the app that a value refers to. */
export function queuesIn(value: Value): readonly Resource[] {
  return [...referredBy(value.template, value.json)].filter(({ type }) => type === QUEUE);
}

function isAnything(value: Value): boolean {
  const items = value.items();
  return value.text() === '*' || (!(items instanceof Unknown) && items.some((item) => item.text() === '*'));
}
