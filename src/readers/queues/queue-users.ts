import { serviceOnFargate } from '../capacity/compute';
import { statementsIn } from '../permissions/policy-statements';
import { containersOf, queuesIn, taskOf } from './queue-consumers';
import { policiesByQueue } from './queue-senders';
import { readRole } from '../permissions/roles';
import { pushTo, type App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { anyOf, keyOf } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import type { QueueUserFacts } from '../../facts/queue';
import { KEY_VARIABLES, PROFILE_VARIABLES, WEB_IDENTITY_VARIABLE } from '../../facts/sdk-variables';

/** Variables with which an SDK does not use the task role. */
const OWN_KEYS = [...KEY_VARIABLES, ...PROFILE_VARIABLES, WEB_IDENTITY_VARIABLE, 'AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_SQS'];

/** Services of the app whose containers have a queue in their environment. */
export function readUsers(queue: Resource): readonly QueueUserFacts[] {
  return (servicesByQueue(queue.template.app).get(queue) ?? []).map((service) => {
    const task = taskOf(service)!;
    const role = readRole(task.properties.get('TaskRoleArn'));
    return {
      service: service.logicalId,
      taskRole: role,
      queueId: keyOf(queue),
      hasOtherAccess: anyOf([hasOwnKeys(task), readMayAdmit(queue), role === undefined ? readHasInstanceRole(service) : false]),
    };
  });
}

const servicesByQueue = memoize((app: App): ReadonlyMap<Resource, readonly Resource[]> => {
  const found = new Map<Resource, Resource[]>();
  for (const service of app.ofType('AWS::ECS::Service')) {
    const task = taskOf(service);
    const queues = task ? containersOf(task).flatMap((container) => queuesIn(container.get('Environment'))) : [];
    for (const queue of new Set(queues)) pushTo(found, queue, service);
  }
  return found;
});

function hasOwnKeys(task: Resource): boolean {
  return containersOf(task).some((container) => ['Environment', 'Secrets'].some((list) => {
    const items = container.get(list).items();
    return !(items instanceof Unknown) && items.some((item) => OWN_KEYS.includes(String(item.get('Name').text())));
  }));
}

/** Tasks without a role on instances may use the role of the instance. */
function readHasInstanceRole(service: Resource): Fact<boolean> {
  const onFargate = serviceOnFargate(service);
  return onFargate instanceof Unknown ? onFargate : onFargate ? false : new Unknown('the instances may have a role that allows it');
}

/** A policy that is not for services of AWS alone may allow the role, by its ARN or its account. */
function readMayAdmit(queue: Resource): Fact<boolean> {
  const { byQueue, unclear } = policiesByQueue(queue.template.app);
  const statements = (byQueue.get(queue) ?? []).map(({ properties }) => {
    const document = properties.get('PolicyDocument').document();
    return document instanceof Unknown ? document : statementsIn(document);
  });
  const unread = statements.find((one) => one instanceof Unknown);
  if (unread instanceof Unknown) return unread;
  if (unclear) return unclear;
  const admitting = (statements as readonly (readonly Value[])[]).flat().some((statement) => statement.get('Effect').text() !== 'Deny' && !isForServices(statement));
  return admitting ? new Unknown('the policy of the queue may allow the role') : false;
}

function isForServices(statement: Value): boolean {
  const principals = statement.get('Principal').entries();
  return !(principals instanceof Unknown) && principals.length > 0 && principals.every(([kind]) => kind === 'Service');
}
