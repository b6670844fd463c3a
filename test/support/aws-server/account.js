// @ts-check
'use strict';

const REGION = 'eu-west-1';
const OWNER = '111122223333';
/** A moment, in the seconds that JSON protocols write. */
const DEPLOYED = 1_790_000_000;

/** @param {string} service @param {string} rest */
const arn = (service, rest) => `arn:aws:${service}:${REGION}:${OWNER}:${rest}`;

/** Content of every generated account, by service. @typedef {ReturnType<typeof makeAccount>} Account */

/**
 * An account with one cluster: for each ten services ten task definitions, 40 running tasks, eight target groups, one load
 * balancer, 20 scaling policies, and one of the ten isn't steady.
 *
 * @param {number} size how many services
 * @param {string} [clusterName]
 */
function makeAccount(size, clusterName = 'shop') {
  const clusterArn = arn('ecs', `cluster/${clusterName}`);
  const account = {
    arn,
    /** @type {any[]} */ clusters: [],
    /** @type {any[]} */ services: [],
    /** @type {Map<string, any>} */ taskDefinitions: new Map(),
    /** @type {any[]} */ tasks: [],
    /** @type {any[]} */ containerInstances: [],
    /** @type {any[]} */ capacityProviders: ['FARGATE', 'FARGATE_SPOT'].map((name) => ({ name, status: 'ACTIVE' })),
    /** @type {any[]} */ serviceDeployments: [],
    /** @type {any[]} */ serviceRevisions: [],
    settings: [{ name: 'containerInsights', value: 'enabled' }, { name: 'defaultLogDriverMode', value: 'non-blocking' }],
    /** @type {any[]} */ scalableTargets: [],
    /** @type {any[]} */ scalingPolicies: [],
    /** @type {any[]} */ scheduledActions: [],
    /** @type {Map<string, any>} */ alarms: new Map(),
    /** @type {Map<string, any>} */ logGroups: new Map(),
    /** Messages by group and stream. @type {Map<string, string[]>} */ logStreams: new Map(),
    /** @type {Map<string, any>} */ discoveryServices: new Map(),
    /** @type {Map<string, any>} */ namespaces: new Map([['ns-1', { Id: 'ns-1', Arn: arn('servicediscovery', 'namespace/ns-1'), Name: 'shop.local', Type: 'DNS_PRIVATE' }]]),
    /** @type {Map<string, any>} */ targetGroups: new Map(),
    /** @type {Map<string, any[]>} */ targetHealth: new Map(),
    /** @type {Map<string, any>} */ loadBalancers: new Map(),
    /** @type {Map<string, any[]>} */ listeners: new Map(),
    /** @type {Map<string, any[]>} */ rules: new Map(),
  };
  for (let index = 0; index < size; index++) addService(account, { index, clusterName, clusterArn });
  for (let index = 0; index < size / 20; index++) {
    account.containerInstances.push({
      containerInstanceArn: arn('ecs', `container-instance/${clusterName}/${hex(index)}`), status: 'ACTIVE', agentConnected: true,
      versionInfo: { agentVersion: '1.90.0' },
    });
  }
  account.clusters.push({
    clusterArn, clusterName, status: 'ACTIVE', activeServicesCount: size, runningTasksCount: 4 * size, pendingTasksCount: 0,
    registeredContainerInstancesCount: account.containerInstances.length, capacityProviders: ['FARGATE', 'FARGATE_SPOT'],
  });
  return account;
}

/** @param {any} account @param {{ index: number, clusterName: string, clusterArn: string }} place */
function addService(account, { index, clusterName, clusterArn }) {
  const name = `service-${String(index).padStart(5, '0')}`;
  const serviceArn = arn('ecs', `service/${clusterName}/${name}`);
  const taskDefinitionArn = arn('ecs', `task-definition/${name}:7`);
  const deploymentArn = arn('ecs', `service-deployment/${clusterName}/${name}/${hex(index)}`);
  const revisionArn = arn('ecs', `service-revision/${clusterName}/${name}/${index}`);
  const steady = isSteady(index);
  const targetGroupArn = index % 10 < 8 ? addTargetGroup(account, name, index) : undefined;
  account.services.push({
    serviceArn, clusterArn, serviceName: name, status: 'ACTIVE', launchType: 'FARGATE', taskDefinition: taskDefinitionArn,
    desiredCount: 4, runningCount: steady ? 4 : 3, pendingCount: 0, deploymentController: { type: 'ECS' },
    currentServiceDeployment: deploymentArn, currentServiceRevisions: [{ arn: revisionArn, requestedTaskCount: 4, runningTaskCount: 4, pendingTaskCount: 0 }],
    deploymentConfiguration: { maximumPercent: 200, minimumHealthyPercent: 100, deploymentCircuitBreaker: { enable: true, rollback: true } },
    deployments: [{ id: `ecs-svc/${index}`, status: 'PRIMARY', taskDefinition: taskDefinitionArn, desiredCount: 4, runningCount: 4, rolloutState: 'COMPLETED', createdAt: DEPLOYED, updatedAt: DEPLOYED }],
    loadBalancers: targetGroupArn ? [{ targetGroupArn, containerName: 'app', containerPort: 80 }] : [],
    serviceRegistries: index % 50 === 0 ? [{ registryArn: addDiscovery(account, index) }] : [],
    events: Array.from({ length: 20 }, (_, event) => ({ id: `${index}-${event}`, createdAt: DEPLOYED - event, message: `(service ${name}) has reached a steady state.` })),
    networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1', 'subnet-2'], securityGroups: ['sg-1'], assignPublicIp: 'DISABLED' } },
  });
  account.taskDefinitions.set(taskDefinitionArn, {
    taskDefinitionArn, family: name, revision: 7, status: 'ACTIVE', networkMode: 'awsvpc', cpu: '256', memory: '512', requiresCompatibilities: ['FARGATE'], registeredAt: DEPLOYED,
    containerDefinitions: [{
      name: 'app', image: `${OWNER}.dkr.ecr.${REGION}.amazonaws.com/${name}:1.0.0`, essential: true, portMappings: [{ containerPort: 80, hostPort: 80, protocol: 'tcp' }],
      environment: Array.from({ length: 20 }, (_, variable) => ({ name: `VARIABLE_${variable}`, value: `value ${variable}` })),
      logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': `/ecs/${name}`, 'awslogs-region': REGION, 'awslogs-stream-prefix': 'app' } },
    }],
  });
  account.logGroups.set(`/ecs/${name}`, { logGroupName: `/ecs/${name}`, retentionInDays: 30 });
  account.serviceDeployments.push({ serviceDeploymentArn: deploymentArn, serviceArn, clusterArn, status: 'SUCCESSFUL', createdAt: DEPLOYED, targetServiceRevision: { arn: revisionArn } });
  account.serviceRevisions.push({ serviceRevisionArn: revisionArn, serviceArn, clusterArn, taskDefinition: taskDefinitionArn, createdAt: DEPLOYED });
  addTasks(account, { index, name, clusterName, clusterArn, taskDefinitionArn });
  addScaling(account, { index, clusterName, name });
}

/** @param {any} account @param {{ index: number, name: string, clusterName: string, clusterArn: string, taskDefinitionArn: string }} of */
function addTasks(account, { index, name, clusterName, clusterArn, taskDefinitionArn }) {
  const task = { clusterArn, taskDefinitionArn, group: `service:${name}`, launchType: 'FARGATE', startedAt: DEPLOYED, containers: [{ name: 'app', healthStatus: 'HEALTHY', lastStatus: 'RUNNING' }] };
  for (let copy = 0; copy < 4; copy++) {
    account.tasks.push({ ...task, taskArn: arn('ecs', `task/${clusterName}/${hex(index * 10 + copy)}`), desiredStatus: 'RUNNING', lastStatus: 'RUNNING' });
  }
  if (!isSteady(index)) {
    account.tasks.push({
      ...task, taskArn: arn('ecs', `task/${clusterName}/${hex(index * 10 + 9)}`), desiredStatus: 'STOPPED', lastStatus: 'STOPPED',
      stopCode: 'EssentialContainerExited', stoppedReason: 'Essential container in task exited', stoppedAt: DEPLOYED,
    });
  }
}

/** @param {any} account @param {{ index: number, clusterName: string, name: string }} of */
function addScaling(account, { index, clusterName, name }) {
  const resource = { ResourceId: `service/${clusterName}/${name}`, ScalableDimension: 'ecs:service:DesiredCount', ServiceNamespace: 'ecs' };
  account.scalableTargets.push({ ...resource, MinCapacity: 2, MaxCapacity: 10, RoleARN: `arn:aws:iam::${OWNER}:role/scaling`, CreationTime: DEPLOYED, SuspendedState: {} });
  for (const metric of ['CPU', 'Memory']) {
    const alarms = ['High', 'Low'].map((end) => `TargetTracking-${name}-${metric}-${end}`);
    for (const AlarmName of alarms) account.alarms.set(AlarmName, { AlarmName, AlarmArn: arn('cloudwatch', `alarm:${AlarmName}`), StateValue: 'OK', StateReason: `Service ${index} is fine` });
    account.scalingPolicies.push({
      ...resource, PolicyName: metric, PolicyARN: arn('autoscaling', `scalingPolicy:${name}-${metric}`), PolicyType: 'TargetTrackingScaling', CreationTime: DEPLOYED,
      TargetTrackingScalingPolicyConfiguration: { TargetValue: 70, PredefinedMetricSpecification: { PredefinedMetricType: `ECSServiceAverage${metric}Utilization` } },
      Alarms: alarms.map((AlarmName) => ({ AlarmName, AlarmARN: arn('cloudwatch', `alarm:${AlarmName}`) })),
    });
  }
}

/** Ten services share a load balancer. @param {any} account @param {string} name @param {number} index */
function addTargetGroup(account, name, index) {
  const group = Math.floor(index / 10);
  const loadBalancer = arn('elasticloadbalancing', `loadbalancer/app/lb-${group}/1`);
  const listener = arn('elasticloadbalancing', `listener/app/lb-${group}/1/1`);
  const targetGroupArn = arn('elasticloadbalancing', `targetgroup/${name}/1`);
  if (!account.loadBalancers.has(loadBalancer)) {
    account.loadBalancers.set(loadBalancer, { LoadBalancerArn: loadBalancer, LoadBalancerName: `lb-${group}`, Type: 'application', Scheme: 'internal', State: { Code: 'active' } });
    account.listeners.set(loadBalancer, [{ ListenerArn: listener, LoadBalancerArn: loadBalancer, Port: 443, Protocol: 'HTTPS' }]);
    account.rules.set(listener, [{ RuleArn: `${listener}/default`, Priority: 'default', IsDefault: true, Actions: [{ Type: 'fixed-response' }] }]);
  }
  account.rules.get(listener).push({ RuleArn: `${listener}/${index}`, Priority: String(index + 1), IsDefault: false, Actions: [{ Type: 'forward', TargetGroupArn: targetGroupArn }] });
  account.targetGroups.set(targetGroupArn, {
    TargetGroupArn: targetGroupArn, TargetGroupName: name, Protocol: 'HTTP', Port: 80, TargetType: 'ip', HealthCheckEnabled: true, HealthCheckPath: '/',
    HealthCheckIntervalSeconds: 30, HealthCheckTimeoutSeconds: 5, HealthyThresholdCount: 5, UnhealthyThresholdCount: 2, LoadBalancerArns: [loadBalancer],
  });
  account.targetHealth.set(targetGroupArn, Array.from({ length: 4 }, (_, copy) => ({ Target: { Id: `10.0.${index % 250}.${copy}`, Port: 80 }, HealthCheckPort: '80', TargetHealth: { State: 'healthy' } })));
  return targetGroupArn;
}

/** @param {any} account @param {number} index */
function addDiscovery(account, index) {
  const Id = `srv-${index}`;
  account.discoveryServices.set(Id, { Id, Name: `service-${index}`, NamespaceId: 'ns-1' });
  return arn('servicediscovery', `service/${Id}`);
}

/** @param {number} index */
function isSteady(index) {
  return index % 10 !== 5;
}

/** @param {number} number */
function hex(number) {
  return number.toString(16).padStart(32, '0');
}

module.exports = { OWNER, REGION, makeAccount };
