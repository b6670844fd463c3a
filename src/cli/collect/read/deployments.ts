import { Unknown, type Fact } from '../../../facts/fact';
import { fact } from '../call-failed';
import { CALLS } from '../calls';
import { unique, type Context } from '../context';
import { describe, someOf, type Described } from '../describe';
import type { Service, ServiceDeployment, ServiceRevision } from '../shapes';
import { isSteady } from '../steady';

/** Deployments of a service that isn't steady: earlier ones show the cause. */
const RECENT = 5;

export interface DeploymentsOf {
  readonly deployments: (service: Service) => Fact<readonly ServiceDeployment[]>;
  readonly revisions: (service: Service) => Fact<readonly ServiceRevision[]>;
}

/** The current deployment of each service, those before it where it isn't steady, and the revisions of both. */
export async function readDeployments(context: Context, services: readonly Service[]): Promise<DeploymentsOf> {
  const arns = new Map(await Promise.all(services.map(async (service) => [service.serviceArn!, await deploymentsOf(context, service)] as const)));
  const named = [...arns.values()].flatMap((list) => (list instanceof Unknown ? [] : list));
  const deployments = await describe(context.aws, {
    call: CALLS.describeServiceDeployments,
    ids: named,
    read: async (serviceDeploymentArns) => {
      const answer = await context.aws.send(CALLS.describeServiceDeployments, { serviceDeploymentArns: [...serviceDeploymentArns] });
      return { items: answer.serviceDeployments ?? [], missing: (answer.failures ?? []).map(({ arn }) => arn!) };
    },
    idOf: ({ serviceDeploymentArn }) => serviceDeploymentArn,
  });
  const ofService = (service: Service) => pick(arns.get(service.serviceArn!)!, deployments);
  const revisionsOf = new Map(services.map((service) => [service.serviceArn!, revisionArns(service, ofService(service))]));
  const revisions = await describe(context.aws, {
    call: CALLS.describeServiceRevisions,
    ids: unique([...revisionsOf.values()].flat()),
    read: async (serviceRevisionArns) => {
      const answer = await context.aws.send(CALLS.describeServiceRevisions, { serviceRevisionArns: [...serviceRevisionArns] });
      return { items: answer.serviceRevisions ?? [], missing: (answer.failures ?? []).map(({ arn }) => arn!) };
    },
    idOf: ({ serviceRevisionArn }) => serviceRevisionArn,
  });
  return { deployments: ofService, revisions: (service) => pick(revisionsOf.get(service.serviceArn!)!, revisions) };
}

/** ARNs of deployments, the newest first. */
export async function recentDeployments({ aws }: Pick<Context, 'aws'>, cluster: string | undefined, service: string): Promise<string[]> {
  const answer = await aws.send(CALLS.listServiceDeployments, { cluster, service, maxResults: 100 });
  const newestFirst = [...answer.serviceDeployments ?? []].sort((a, b) => time(b) - time(a));
  return newestFirst.slice(0, RECENT).map(({ serviceDeploymentArn }) => serviceDeploymentArn!);
}

function deploymentsOf(context: Context, service: Service): Promise<Fact<readonly string[]>> {
  const { currentServiceDeployment, deploymentController } = service;
  // Other controllers keep no service deployments.
  if ((deploymentController?.type ?? 'ECS') !== 'ECS') return Promise.resolve([]);
  if (isSteady(service) && !wasRolledBack(service)) return Promise.resolve(currentServiceDeployment ? [currentServiceDeployment] : []);
  return fact(() => recentDeployments(context, service.clusterArn, service.serviceArn!));
}

/** The current deployment of such a service may be the one before, of which nothing went wrong. */
function wasRolledBack({ events = [] }: Service): boolean {
  return events.some(({ message }) => message?.includes('rolling back to'));
}

function revisionArns({ currentServiceRevisions = [] }: Service, deployments: Fact<readonly ServiceDeployment[]>): string[] {
  const [newest] = deployments instanceof Unknown ? [] : deployments;
  return unique([
    ...currentServiceRevisions.map(({ arn }) => arn),
    newest?.targetServiceRevision?.arn,
    ...(newest?.sourceServiceRevisions ?? []).map(({ arn }) => arn),
  ]);
}

function pick<Item>(arns: Fact<readonly string[]>, described: Described<Item>): Fact<readonly Item[]> {
  return arns instanceof Unknown ? arns : someOf(described, arns);
}

function time({ createdAt }: { readonly createdAt?: Date }): number {
  return createdAt?.getTime() ?? 0;
}
