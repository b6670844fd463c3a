/** Types of the events that ECS sends to EventBridge. */
export const ECS_EVENTS = [
  'ECS Task State Change', 'ECS Container Instance State Change', 'ECS Service Action', 'ECS Deployment State Change', 'ECS Hook State Change',
  'ECS Container Instance Health Change', 'ECS Daemon Deployment State Change', 'ECS Daemon Service Action',
];

/** Values that fields of an event have, in their exact letters. */
export const WORDS: Readonly<Record<string, readonly string[]>> = {
  'detail.lastStatus': ['PROVISIONING', 'PENDING', 'ACTIVATING', 'RUNNING', 'DEACTIVATING', 'STOPPING', 'DEPROVISIONING', 'STOPPED', 'DELETED'],
  'detail.desiredStatus': ['PENDING', 'RUNNING', 'STOPPED'],
  'detail.launchType': ['EC2', 'FARGATE', 'EXTERNAL', 'MANAGED_INSTANCES'],
  'detail.stopCode': ['TaskFailedToStart', 'EssentialContainerExited', 'UserInitiated', 'ServiceSchedulerInitiated', 'SpotInterruption', 'TerminationNotice'],
  'detail.eventType': ['INFO', 'WARN', 'ERROR'],
  'detail.eventName': [
    'SERVICE_STEADY_STATE', 'TASKSET_STEADY_STATE', 'CAPACITY_PROVIDER_STEADY_STATE', 'SERVICE_DESIRED_COUNT_UPDATED', 'TASKS_STOPPED', 'SERVICE_TASK_START_IMPAIRED',
    'SERVICE_DISCOVERY_INSTANCE_UNHEALTHY', 'SERVICE_DAEMON_PLACEMENT_CONSTRAINT_VIOLATED', 'ECS_OPERATION_THROTTLED', 'SERVICE_TASK_PLACEMENT_FAILURE',
    'SERVICE_DEPLOYMENT_IN_PROGRESS', 'SERVICE_DEPLOYMENT_COMPLETED', 'SERVICE_DEPLOYMENT_FAILED',
  ],
};

/** Fields that a change of a task lacks, and the one that has what they mean. */
export const MEANT_FIELDS: Readonly<Record<string, string | undefined>> = {
  'detail.cluster': 'detail.clusterArn, by ARN',
  'detail.clusterName': 'detail.clusterArn, by ARN',
  'detail.service': 'detail.group, as service:<name>',
  'detail.serviceName': 'detail.group, as service:<name>',
  'detail.serviceArn': 'detail.group, as service:<name>',
  'detail.taskDefinition': 'detail.taskDefinitionArn, by ARN',
  'detail.family': 'detail.group, as family:<family>, or a prefix of detail.taskDefinitionArn',
  'detail.status': 'detail.lastStatus',
  'detail.exitCode': 'detail.containers.exitCode',
  'detail.reason': 'detail.stoppedReason',
};

/** The source that a misspelled one means; `undefined`: it is spelled right, or is one of the user's own. */
export function meantSource(source: string): string | undefined {
  const word = /^(?:aws|amazon)?[^a-z]*(ecs|ecr)(?:\.amazonaws\.com)?$/i.exec(source.trim())?.[1];
  const meant = word === undefined ? undefined : `aws.${word.toLowerCase()}`;
  return meant === source ? undefined : meant;
}

/** The type of event that a misspelled one means; `undefined`: it is spelled right, or means none of ECS. */
export function meantEvent(type: string): string | undefined {
  return ECS_EVENTS.includes(type) ? undefined : ECS_EVENTS.find((event) => core(event) === core(type));
}

/** The value that one in other letters means; `undefined`: it is right, or not known. */
export function meantWord(path: string, value: string): string | undefined {
  const words = Object.hasOwn(WORDS, path) ? WORDS[path] : [];
  return words.includes(value) ? undefined : words.find((word) => letters(word) === letters(value));
}

function core(type: string): string {
  return letters(type).replace(/^(aws|amazon)?ecs/, '').replace('status', 'state').replace('servicedeployment', 'deployment');
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '');
}
