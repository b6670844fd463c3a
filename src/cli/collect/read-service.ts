import type { Account, LogTail } from './account';
import { Aws, type AwsOptions } from './aws';
import { fact } from './call-failed';
import { CALLS } from './calls';
import { notThere, without } from './cannot-look';
import { collectWith } from './collect';
import { allOf, describe } from './describe';
import { cacheAt } from './cache';
import { allPages } from './pages';
import { CodeDeployWatch, type CodeDeployNow } from './read/code-deploy';
import { recentDeployments } from './read/deployments';
import { readHealth, targetGroupArns } from './read/load-balancing';
import { readLogTails } from './read/log-tails';
import type { EndedContainer, ServiceName, WatchRequest } from './request';
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
  /** Of a service that CodeDeploy deploys. */
  readonly codeDeploy?: Fact<CodeDeployNow>;
}

/** Reads one service again and again, in five calls or so and one for each target group. */
class ServiceWatch {
  /** A stopped task is described once: it changes no more. */
  private readonly stopped = new Map<string, Task>();

  private readonly codeDeploy: CodeDeployWatch;

  public constructor(private readonly aws: Aws, private readonly name: ServiceName) {
    this.codeDeploy = new CodeDeployWatch(aws);
  }

  /** @throws CannotLook where there is no such service */
  public async read(): Promise<ServiceNow> {
    const service = await this.readService();
    const groups = targetGroupArns(service);
    const [deployments, stoppedTasks, codeDeploy, ...health] = await Promise.all([
      this.readDeployments(service),
      this.readStopped(service),
      service.deploymentController?.type === 'CODE_DEPLOY' ? this.codeDeploy.read(service, new Date()) : undefined,
      ...groups.map((arn) => readHealth({ aws: this.aws }, arn)),
    ]);
    return { readAt: new Date(), service, deployments, stoppedTasks, codeDeploy, targets: new Map(groups.map((arn, index) => [arn, health[index]])) };
  }

  private async readService(): Promise<Service> {
    const { cluster, service } = this.name;
    const region = await this.aws.region();
    try {
      const { services = [] } = await this.aws.send(CALLS.describeServices, { cluster, services: [service] });
      if (services[0] && services[0].status !== 'INACTIVE') return services[0];
    } catch (error) {
      if (isMissing(error)) throw notThere('cluster', cluster, region, await this.names(() => allPages(this.aws, CALLS.listClusters, {}, (page) => page.clusterArns)));
      // The watcher tries again.
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

/** Services that are read again and again, at one rate together. */
export interface ServicesWatch {
  /** Reads each of them, in the order in which they are named. */
  readonly reads: readonly (() => Promise<ServiceNow>)[];
  /** Reads a service at the default depth, with all that belongs to it. */
  readonly collect: (service: string) => Promise<Account>;
  /** Reads the last log lines of containers, by the ARN of the task. */
  readonly logTails: (containers: readonly EndedContainer[]) => Promise<ReadonlyMap<string, LogTail>>;
  close(): void;
}

export function watchServices(request: WatchRequest, options: AwsOptions = {}): ServicesWatch {
  const { region, profile, cluster, services, signal, timeoutMs, cacheFolder } = request;
  const aws = new Aws({ region, profile, signal, timeoutMs, ...options });
  const watches = services.map((service) => new ServiceWatch(aws, { cluster, service }));
  return {
    reads: watches.map((watch) => () => watch.read()),
    collect: (service) => collectWith(aws, { clusters: [cluster], services: [service], depth: 'default', cacheFolder }),
    logTails: async (containers) => readLogTails({ aws, region: await aws.region(), cache: cacheAt(cacheFolder) }, containers),
    close: () => aws.close(),
  };
}

/** A service as it is now, once. */
export async function readService(name: ServiceName, options: AwsOptions = {}): Promise<ServiceNow> {
  const aws = new Aws(options);
  try {
    return await new ServiceWatch(aws, name).read();
  } finally {
    aws.close();
  }
}

function isPassing(error: unknown): boolean {
  return ['throttled', 'transient', 'late'].includes((error as { readonly kind?: string }).kind ?? '');
}

function isMissing(error: unknown): boolean {
  return (error as { readonly kind?: string }).kind === 'missing';
}
