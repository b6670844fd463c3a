import { table } from '../../facts/table';

/** Metrics of ECS that are published in `AWS/ECS`, where Service Connect has some too. */
const OF_ECS = [
  'CPUReservation', 'CPUUtilization', 'MemoryReservation', 'MemoryUtilization', 'GPUReservation', 'EBSFilesystemUtilization',
];

/** Metrics that Container Insights publishes in `ECS/ContainerInsights`. */
const OF_INSIGHTS = [
  'CpuReserved', 'CpuUtilized', 'MemoryReserved', 'MemoryUtilized', 'ContainerInstanceCount', 'DeploymentCount', 'DesiredTaskCount', 'PendingTaskCount',
  'RunningTaskCount', 'ServiceCount', 'TaskCount', 'TaskSetCount', 'RestartCount', 'NetworkRxBytes', 'NetworkTxBytes', 'StorageReadBytes', 'StorageWriteBytes',
  'EphemeralStorageReserved', 'EphemeralStorageUtilized', 'EBSFilesystemSize', 'EBSFilesystemUtilized', 'TaskCpuUtilization', 'TaskMemoryUtilization',
];

/** Metrics of SQS, of the queues that services work on. */
const OF_QUEUES = [
  'ApproximateAgeOfOldestMessage', 'ApproximateNumberOfGroupsWithInflightMessages', 'ApproximateNumberOfMessagesDelayed', 'ApproximateNumberOfMessagesNotVisible',
  'ApproximateNumberOfMessagesVisible', 'NumberOfDeduplicatedSentMessages', 'NumberOfEmptyReceives', 'NumberOfMessagesDeleted', 'NumberOfMessagesReceived',
  'NumberOfMessagesSent', 'SentMessageSize',
];

export const ECS = 'AWS/ECS';
export const INSIGHTS = 'ECS/ContainerInsights';
export const BALANCER = 'AWS/ApplicationELB';
export const QUEUES = 'AWS/SQS';

const NAMESPACES: Readonly<Record<string, readonly string[]>> = { [ECS]: OF_ECS, [INSIGHTS]: OF_INSIGHTS, [QUEUES]: OF_QUEUES };

/** The namespace that has a metric of exactly this name; `undefined`: none of ECS or SQS is known to. */
export function namespaceOf(metric: string): string | undefined {
  return Object.keys(NAMESPACES).find((namespace) => NAMESPACES[namespace].includes(metric));
}

/** The metric of a namespace that a name in other letters means; `undefined`: none. */
export function meantMetric(namespace: string, metric: string): string | undefined {
  const names = Object.hasOwn(NAMESPACES, namespace) ? NAMESPACES[namespace] : [];
  return names.find((name) => name !== metric && letters(name) === letters(metric));
}

/** The namespace that a misspelled one means; `undefined`: none, or it is spelled right. */
export function meantNamespace(namespace: string): string | undefined {
  const meant = MEANT[letters(namespace)];
  return meant === namespace ? undefined : meant;
}

/** `ContainerInsights` alone is the namespace of Kubernetes. */
const MEANT: Readonly<Record<string, string | undefined>> = table({
  ecs: ECS,
  awsecs: ECS,
  amazonecs: ECS,
  ecscontainerinsights: INSIGHTS,
  awsecscontainerinsights: INSIGHTS,
  awscontainerinsights: INSIGHTS,
  containerinsights: INSIGHTS,
  awsapplicationelb: BALANCER,
  awssqs: QUEUES,
  amazonsqs: QUEUES,
});

/** The dimension of ECS that a misspelled one means; `undefined`: none, or it is spelled right. */
export function meantDimension(namespace: string, dimension: string): string | undefined {
  const meant = (namespace === BALANCER ? OF_BALANCERS : namespace === QUEUES ? OF_SQS : OF_SERVICES).get(letters(dimension));
  return meant === dimension ? undefined : meant;
}

const OF_SERVICES = byLetters({
  ClusterName: ['cluster', 'clustername', 'ecscluster', 'ecsclustername', 'clusterarn'],
  ServiceName: ['service', 'servicename', 'ecsservice', 'ecsservicename', 'servicearn'],
});

const OF_BALANCERS = byLetters({
  LoadBalancer: ['loadbalancer', 'loadbalancername', 'loadbalancerarn', 'alb'],
  TargetGroup: ['targetgroup', 'targetgroupname', 'targetgrouparn'],
});

const OF_SQS = byLetters({ QueueName: ['queue', 'queuename', 'queueurl', 'queuearn', 'name'] });

function byLetters(spellings: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(spellings).flatMap(([name, others]) => others.map((other) => [other, name] as const)));
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z]/g, '');
}
