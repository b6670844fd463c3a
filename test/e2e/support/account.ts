import { ApplicationAutoScaling } from '@aws-sdk/client-application-auto-scaling';
import { CloudFormation } from '@aws-sdk/client-cloudformation';
import { CloudWatchLogs } from '@aws-sdk/client-cloudwatch-logs';
import { ECS, type Service, type TaskDefinition } from '@aws-sdk/client-ecs';
import { ElasticLoadBalancingV2, type Listener, type Rule, type TargetGroup } from '@aws-sdk/client-elastic-load-balancing-v2';
import { EventBridge } from '@aws-sdk/client-eventbridge';
import { IAM } from '@aws-sdk/client-iam';
import { Scheduler } from '@aws-sdk/client-scheduler';
import { ServiceDiscovery } from '@aws-sdk/client-servicediscovery';
import { SFN } from '@aws-sdk/client-sfn';
import type { Emulator } from './emulator';

/** Reads an account with the AWS SDK, the way any tool would. */
export class Account {
  readonly ecs: ECS;
  readonly scaling: ApplicationAutoScaling;
  readonly loadBalancing: ElasticLoadBalancingV2;
  readonly discovery: ServiceDiscovery;
  readonly logs: CloudWatchLogs;
  readonly iam: IAM;
  readonly events: EventBridge;
  readonly scheduler: Scheduler;
  readonly stateMachines: SFN;
  readonly cloudFormation: CloudFormation;

  constructor(private readonly emulator: Emulator) {
    const config = emulator.clientConfig;
    this.ecs = new ECS(config);
    this.scaling = new ApplicationAutoScaling(config);
    this.loadBalancing = new ElasticLoadBalancingV2(config);
    this.discovery = new ServiceDiscovery(config);
    this.logs = new CloudWatchLogs(config);
    this.iam = new IAM(config);
    this.events = new EventBridge(config);
    this.scheduler = new Scheduler(config);
    this.stateMachines = new SFN(config);
    this.cloudFormation = new CloudFormation(config);
  }

  /** Response to a path of a service, for services without another use of their SDK client. */
  async read(service: string, path: string): Promise<any> {
    return (await this.request(service, path)).json();
  }

  /** Response to an operation of a service. */
  async ask(protocol: string, service: string, operation: string, request: object): Promise<any> {
    const headers = { 'Content-Type': 'application/x-amz-json-1.1', 'X-Amz-Target': `${protocol}.${operation}` };
    return (await this.request(service, '/', { method: 'POST', headers, body: JSON.stringify(request) })).json();
  }

  /** The text that a service answers whose operations are forms. */
  async post(service: string, form: Record<string, string>): Promise<string> {
    return (await this.request(service, '/', { method: 'POST', body: new URLSearchParams(form) })).text();
  }

  /** The emulator learns from the signature which service is meant, and verifies nothing of it. */
  private async request(service: string, path: string, { headers, ...init }: RequestInit = {}): Promise<Response> {
    const { endpoint, region } = this.emulator.clientConfig;
    const Authorization = `AWS4-HMAC-SHA256 Credential=test/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`;
    const response = await fetch(`${endpoint}${path}`, { ...init, headers: { ...headers, Authorization } });
    if (!response.ok) throw new Error(`${service} answered ${response.status} to ${path}: ${await response.text()}`);
    return response;
  }

  /** Every service that isn't being deleted. */
  async services(): Promise<Service[]> {
    const { clusterArns = [] } = await this.ecs.listClusters({});
    const perCluster = await Promise.all(clusterArns.map(async (cluster) => {
      const { serviceArns = [] } = await this.ecs.listServices({ cluster });
      if (serviceArns.length === 0) return [];
      const { services = [] } = await this.ecs.describeServices({ cluster, services: serviceArns });
      return services;
    }));
    return perCluster.flat().filter((service) => service.status !== 'INACTIVE');
  }

  /** The only service, or the only one whose name or task definition matches. */
  async service(pattern: RegExp = /./): Promise<Service> {
    const services = await this.services();
    const found = services.filter((service) => pattern.test(`${service.serviceName} ${service.taskDefinition}`));
    if (found.length !== 1) {
      throw new Error(`${found.length} services match ${pattern}: ${services.map((s) => s.serviceName).join(', ')}`);
    }
    return found[0];
  }

  async taskDefinitionOf(service: Service): Promise<TaskDefinition> {
    const { taskDefinition } = await this.ecs.describeTaskDefinition({ taskDefinition: service.taskDefinition });
    return taskDefinition!;
  }

  /** Every active revision. */
  async taskDefinitions(): Promise<TaskDefinition[]> {
    const { taskDefinitionArns = [] } = await this.ecs.listTaskDefinitions({ status: 'ACTIVE' });
    return Promise.all(taskDefinitionArns.map(async (arn) => {
      const { taskDefinition } = await this.ecs.describeTaskDefinition({ taskDefinition: arn });
      return taskDefinition!;
    }));
  }

  async targetGroupOf(service: Service): Promise<TargetGroup> {
    const arn = service.loadBalancers![0].targetGroupArn!;
    const { TargetGroups } = await this.loadBalancing.describeTargetGroups({ TargetGroupArns: [arn] });
    return TargetGroups![0];
  }

  async targetGroupAttributesOf(service: Service): Promise<Record<string, string>> {
    const TargetGroupArn = service.loadBalancers![0].targetGroupArn!;
    const { Attributes = [] } = await this.loadBalancing.describeTargetGroupAttributes({ TargetGroupArn });
    return Object.fromEntries(Attributes.map(({ Key, Value }) => [Key!, Value!]));
  }

  async listeners(): Promise<Listener[]> {
    const { LoadBalancers = [] } = await this.loadBalancing.describeLoadBalancers({});
    const perBalancer = await Promise.all(LoadBalancers.map(({ LoadBalancerArn }) =>
      this.loadBalancing.describeListeners({ LoadBalancerArn })));
    return perBalancer.flatMap(({ Listeners = [] }) => Listeners);
  }

  async rulesOf(listener: Listener): Promise<Rule[]> {
    const { Rules = [] } = await this.loadBalancing.describeRules({ ListenerArn: listener.ListenerArn });
    return Rules;
  }

  /** The scalable target of a service with its policies. */
  async scalingOf(service: Service) {
    const cluster = service.clusterArn!.split('/').pop();
    const ResourceId = `service/${cluster}/${service.serviceName}`;
    const query = { ServiceNamespace: 'ecs' as const };
    const { ScalableTargets = [] } = await this.scaling.describeScalableTargets({ ...query, ResourceIds: [ResourceId] });
    const { ScalingPolicies = [] } = await this.scaling.describeScalingPolicies({ ...query, ResourceId });
    return { targets: ScalableTargets, policies: ScalingPolicies };
  }

  /** The Cloud Map services that a service registers with, and their namespaces. */
  async registrationsOf(service: Service) {
    return Promise.all((service.serviceRegistries ?? []).map(async ({ registryArn }) => {
      const { Service: registry } = await this.discovery.getService({ Id: registryArn!.split('/').pop() });
      const NamespaceId = registry!.NamespaceId ?? registry!.DnsConfig!.NamespaceId;
      const { Namespace } = await this.discovery.getNamespace({ Id: NamespaceId });
      return { registry: registry!, namespace: Namespace! };
    }));
  }

  async logGroup(name: string) {
    const { logGroups = [] } = await this.logs.describeLogGroups({ logGroupNamePrefix: name });
    return logGroups.find(({ logGroupName }) => logGroupName === name);
  }

  /** All the statements a role is allowed by its inline policies. */
  async statementsOf(roleArn: string): Promise<any[]> {
    const RoleName = roleArn.split('/').pop()!;
    const { PolicyNames = [] } = await this.iam.listRolePolicies({ RoleName });
    const documents = await Promise.all(PolicyNames.map(async (PolicyName) => {
      const { PolicyDocument } = await this.iam.getRolePolicy({ RoleName, PolicyName });
      return JSON.parse(decodeURIComponent(PolicyDocument!));
    }));
    return documents.flatMap(({ Statement }) => Statement);
  }

  /** Describes remaining resources that cost money or block the next deployment. */
  async leftovers(): Promise<string[]> {
    const { clusterArns = [] } = await this.ecs.listClusters({});
    const { clusters = [] } = await this.ecs.describeClusters({ clusters: clusterArns });
    const { LoadBalancers = [] } = await this.loadBalancing.describeLoadBalancers({});
    const { TargetGroups = [] } = await this.loadBalancing.describeTargetGroups({});
    const { ScalableTargets = [] } = await this.scaling.describeScalableTargets({ ServiceNamespace: 'ecs' });
    const { Namespaces = [] } = await this.discovery.listNamespaces({});
    const { Services = [] } = await this.discovery.listServices({});
    const { taskDefinitionArns = [] } = await this.ecs.listTaskDefinitions({ status: 'ACTIVE' });
    const { logGroups = [] } = await this.logs.describeLogGroups({});
    const { Roles = [] } = await this.iam.listRoles({});
    const { Rules = [] } = await this.events.listRules({});
    const { Schedules = [] } = await this.scheduler.listSchedules({});
    const { stateMachines = [] } = await this.stateMachines.listStateMachines({});
    const { StackSummaries = [] } = await this.cloudFormation.listStacks({});
    const { QueueUrls = [] } = await this.ask('AmazonSQS', 'sqs', 'ListQueues', {});
    return [
      ...(await this.services()).map(({ serviceName }) => `service ${serviceName}`),
      ...clusters.filter(({ status }) => status === 'ACTIVE').map(({ clusterName }) => `cluster ${clusterName}`),
      ...LoadBalancers.map(({ LoadBalancerName }) => `load balancer ${LoadBalancerName}`),
      ...TargetGroups.map(({ TargetGroupName }) => `target group ${TargetGroupName}`),
      ...ScalableTargets.map(({ ResourceId }) => `scalable target ${ResourceId}`),
      ...Namespaces.map(({ Name }) => `namespace ${Name}`),
      ...Services.map(({ Name }) => `Cloud Map service ${Name}`),
      ...taskDefinitionArns.map((arn) => `task definition ${arn}`),
      ...logGroups.map(({ logGroupName }) => `log group ${logGroupName}`),
      ...Roles.map(({ RoleName }) => `role ${RoleName}`),
      ...Rules.map(({ Name }) => `rule ${Name}`),
      ...Schedules.map(({ Name }) => `schedule ${Name}`),
      ...stateMachines.map(({ name }) => `state machine ${name}`),
      ...QueueUrls.map((url: string) => `queue ${url.split('/').pop()}`),
      ...StackSummaries.filter(({ StackStatus }) => StackStatus !== 'DELETE_COMPLETE').map(({ StackName }) => `stack ${StackName}`),
    ];
  }
}
