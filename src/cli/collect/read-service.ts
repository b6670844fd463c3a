import { Aws, type AwsOptions } from './aws';
import { fact } from './call-failed';
import { CALLS } from './calls';
import { notThere, without } from './cannot-look';
import { allOf, describe } from './describe';
import { allPages } from './pages';
import { recentDeployments } from './read/deployments';
import { readHealth, targetGroupArns } from './read/load-balancing';
import type { ServiceRequest } from './request';
import type { Service, ServiceDeployment, TargetHealth, Task } from './shapes';
import { Unknown, type Fact } from '../../facts/fact';

/** A service as it is now: what changes while it is deployed. */
export interface ServiceNow {
  readonly readAt: Date;
  /** With its newest events. */
  readonly service: Service;
  /** The newest first, a few. */
  readonly deployments: Fact<readonly ServiceDeployment[]>;
  /** Health of targets by the ARN of the target group. */
  readonly targets: ReadonlyMap<string, Fact<readonly TargetHealth[]>>;
  /** Tasks of it that stopped in about the last hour. */
  readonly stoppedTasks: Fact<readonly Task[]>;
}

/** Reads one service again and again, in five calls or so and one for each target group. */
export class ServiceWatch {
  private readonly aws: Aws;
  /** A stopped task is described once: it changes no more. */
  private readonly stopped = new Map<string, Task>();

  public constructor(private readonly request: ServiceRequest, options: AwsOptions = {}) {
    const { region, profile, signal } = request;
    this.aws = new Aws({ region, profile, signal, ...options });
  }

  /** @throws CannotLook where there is no such service */
  public async read(): Promise<ServiceNow> {
    const service = await this.readService();
    const groups = targetGroupArns(service);
    const [deployments, stoppedTasks, ...health] = await Promise.all([
      this.readDeployments(service),
      this.readStopped(service),
      ...groups.map((arn) => readHealth({ aws: this.aws }, arn)),
    ]);
    return { readAt: new Date(), service, deployments, stoppedTasks, targets: new Map(groups.map((arn, index) => [arn, health[index]])) };
  }

  public close(): void {
    this.aws.close();
  }

  private async readService(): Promise<Service> {
    const { cluster, service } = this.request;
    const region = await this.aws.region();
    try {
      const { services = [] } = await this.aws.send(CALLS.describeServices, { cluster, services: [service] });
      if (services[0] && services[0].status !== 'INACTIVE') return services[0];
    } catch (error) {
      if (isMissing(error)) throw notThere('cluster', cluster, region, await this.names(() => allPages(this.aws, CALLS.listClusters, {}, (page) => page.clusterArns)));
      // Whoever watches tries again.
      throw isPassing(error) ? error : without(error, region);
    }
    throw notThere('service', service, cluster, await this.names(() => allPages(this.aws, CALLS.listServices, { cluster }, (page) => page.serviceArns)));
  }

  private readDeployments({ deploymentController, clusterArn, serviceArn }: Service): Promise<Fact<readonly ServiceDeployment[]>> {
    if ((deploymentController?.type ?? 'ECS') !== 'ECS') return Promise.resolve([]);
    return fact(async () => {
      const serviceDeploymentArns = await recentDeployments({ aws: this.aws }, clusterArn, serviceArn!);
      if (serviceDeploymentArns.length === 0) return [];
      const { serviceDeployments = [] } = await this.aws.send(CALLS.describeServiceDeployments, { serviceDeploymentArns });
      const place = ({ serviceDeploymentArn }: ServiceDeployment) => serviceDeploymentArns.indexOf(serviceDeploymentArn!);
      return serviceDeployments.sort((a, b) => place(a) - place(b));
    });
  }

  private readStopped({ clusterArn: cluster, serviceName }: Service): Promise<Fact<readonly Task[]>> {
    return fact(async () => {
      const arns = await allPages(this.aws, CALLS.listTasks, { cluster, serviceName, desiredStatus: 'STOPPED' }, (page) => page.taskArns);
      const described = allOf(await describe(this.aws, {
        call: CALLS.describeTasks,
        ids: arns.filter((arn) => !this.stopped.has(arn)),
        read: async (tasks) => {
          const answer = await this.aws.send(CALLS.describeTasks, { cluster, tasks: [...tasks] });
          return { items: answer.tasks ?? [], missing: (answer.failures ?? []).map(({ arn }) => arn!) };
        },
        idOf: ({ taskArn }) => taskArn,
      }));
      if (described instanceof Unknown) return described;
      const now = arns.flatMap((arn) => described.get(arn) ?? this.stopped.get(arn) ?? []);
      for (const task of now) if (task.lastStatus === 'STOPPED') this.stopped.set(task.taskArn!, task);
      return now;
    });
  }

  private async names(list: () => Promise<string[]>): Promise<string[]> {
    const arns = await list().catch(() => []);
    this.aws.signal.throwIfAborted();
    return arns.map((arn) => arn.split('/').pop()!);
  }
}

/** A service as it is now, once. */
export async function readService(request: ServiceRequest, options: AwsOptions = {}): Promise<ServiceNow> {
  const watch = new ServiceWatch(request, options);
  try {
    return await watch.read();
  } finally {
    watch.close();
  }
}

function isPassing(error: unknown): boolean {
  return ['throttled', 'transient'].includes((error as { readonly kind?: string }).kind ?? '');
}

function isMissing(error: unknown): boolean {
  return (error as { readonly kind?: string }).kind === 'missing';
}
