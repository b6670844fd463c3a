import { Unknown } from '../../../facts/fact';
import type { LiveNetwork, VpcDns } from '../account';
import type { Aws } from '../aws';
import type { Call } from '../call';
import { fact } from '../call-failed';
import { CALLS } from '../calls';
import { unique, type Context, type ServiceReader } from '../context';
import { batchesOf } from '../describe';
import { mapOf } from '../lists';
import { allPages } from '../pages';
import type { NetworkAcl, RouteTable, SecurityGroup, Service, Subnet, VpcEndpoint } from '../shapes';

/** The subnets and security groups of tasks that have a network interface of their own, and what their VPCs route and reach. */
export function readNetwork({ aws, say }: Context): ServiceReader<LiveNetwork | undefined> {
  return async (services) => {
    say('subnets, routes and endpoints');
    const all = await fact(() => readAll(aws, services));
    return (service) => {
      const own = service.networkConfiguration?.awsvpcConfiguration;
      if (!own) return undefined;
      return all instanceof Unknown ? all : partOf(all, own.subnets ?? [], own.securityGroups ?? []);
    };
  };
}

async function readAll(aws: Aws, services: readonly Service[]): Promise<LiveNetwork> {
  const networks = services.map(({ networkConfiguration }) => networkConfiguration?.awsvpcConfiguration);
  const subnets = await filtered<Subnet>(aws, CALLS.describeSubnets, 'subnet-id', networks.flatMap((own) => own?.subnets), (page) => page.Subnets);
  const vpcs = subnets.map(({ VpcId }) => VpcId);
  const [routeTables, endpoints, acls, dns] = await Promise.all([
    filtered<RouteTable>(aws, CALLS.describeRouteTables, 'vpc-id', vpcs, (page) => page.RouteTables),
    filtered<VpcEndpoint>(aws, CALLS.describeVpcEndpoints, 'vpc-id', vpcs, (page) => page.VpcEndpoints),
    fact(() => filtered<NetworkAcl>(aws, CALLS.describeNetworkAcls, 'association.subnet-id', subnets.map(({ SubnetId }) => SubnetId), (page) => page.NetworkAcls)),
    fact(() => readDns(aws, vpcs)),
  ]);
  const groups = [...networks.flatMap((own) => own?.securityGroups), ...endpoints.flatMap(({ Groups = [] }) => Groups.map(({ GroupId }) => GroupId))];
  const securityGroups = await filtered<SecurityGroup>(aws, CALLS.describeSecurityGroups, 'group-id', groups, (page) => page.SecurityGroups);
  return { subnets, routeTables, endpoints, acls, dns, securityGroups };
}

/** EC2 answers for one attribute of one VPC. */
async function readDns(aws: Aws, vpcs: readonly (string | undefined)[]): Promise<ReadonlyMap<string, VpcDns>> {
  return mapOf(unique(vpcs), async (VpcId) => {
    const [support, hostnames] = await Promise.all([
      aws.send(CALLS.describeVpcAttribute, { VpcId, Attribute: 'enableDnsSupport' }),
      aws.send(CALLS.describeVpcAttribute, { VpcId, Attribute: 'enableDnsHostnames' }),
    ]);
    return { support: support.EnableDnsSupport?.Value ?? true, hostnames: hostnames.EnableDnsHostnames?.Value ?? false };
  });
}

/** By filter, not by id: an id that is gone makes EC2 refuse all of them. */
async function filtered<Item>(
  aws: Aws, call: Call<{ Filters?: { Name?: string; Values?: string[] }[] }, object>, Name: string, ids: readonly (string | undefined)[],
  itemsOf: (page: Record<string, Item[]>) => Item[] | undefined,
): Promise<Item[]> {
  const pages = batchesOf(unique(ids), call.batch).map((Values) => (
    allPages(aws, call, { Filters: [{ Name, Values }] }, (page) => itemsOf(page as Record<string, Item[]>))));
  return (await Promise.all(pages)).flat();
}

function partOf(all: LiveNetwork, subnetIds: readonly string[], groupIds: readonly string[]): LiveNetwork {
  const isOwn = ({ SubnetId }: { readonly SubnetId?: string }) => subnetIds.includes(SubnetId!);
  const subnets = all.subnets.filter(isOwn);
  const vpcs = new Set(subnets.map(({ VpcId }) => VpcId));
  const endpoints = all.endpoints.filter(({ VpcId }) => vpcs.has(VpcId));
  const groups = new Set([...groupIds, ...endpoints.flatMap(({ Groups = [] }) => Groups.map(({ GroupId }) => GroupId!))]);
  return {
    subnets,
    routeTables: all.routeTables.filter(({ VpcId }) => vpcs.has(VpcId)),
    endpoints,
    acls: all.acls instanceof Unknown ? all.acls : all.acls.filter(({ Associations = [] }) => Associations.some(isOwn)),
    dns: all.dns,
    securityGroups: all.securityGroups.filter(({ GroupId }) => groups.has(GroupId!)),
  };
}
