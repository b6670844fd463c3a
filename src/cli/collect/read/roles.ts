import type { EvaluationResult } from '@aws-sdk/client-iam';
import type { DefinitionOf } from './referenced';
import { Unknown, type Fact } from '../../../facts/fact';
import type { Decision, LiveRole } from '../account';
import { fact, orMissing } from '../call-failed';
import { CALLS } from '../calls';
import { unique, type Context } from '../context';
import { groupBy, mapOf } from '../lists';
import { neededPermissions, rolesOf, type NeededPermission } from '../needed-permissions';
import { allPages } from '../pages';
import type { Cluster, ExpressService, Service } from '../shapes';

/** Facts that decide which roles a service has, and their needs. */
interface Users {
  readonly definitionOf: DefinitionOf;
  /** ARNs of the keys of secrets, by the ARN of the secret. */
  readonly keysOf: (service: Service) => Fact<ReadonlyMap<string, string>>;
  readonly expressOf: (service: Service) => Fact<ExpressService | undefined>;
  readonly clusterOf: (service: Service) => Cluster;
}

/** Roles of services by their ARNs, with what IAM decides for the actions that their tasks need: one simulation for each role. */
export async function readRoles(
  context: Context, services: readonly Service[], users: Users,
): Promise<(service: Service) => Fact<ReadonlyMap<string, LiveRole | undefined>>> {
  const own = (service: Service) => {
    const task = users.definitionOf(service);
    const express = users.expressOf(service);
    return rolesOf(service, task instanceof Unknown ? {} : task, express instanceof Unknown ? undefined : express);
  };
  const needs = groupBy(services.flatMap((service) => needsOf(service, users)), ({ role }) => role);
  const roles = await mapOf(unique(services.flatMap(own)), (arn) => readRole(context, arn, needs.get(arn) ?? []));
  return (service) => {
    const found = own(service).map((arn) => [arn, roles.get(arn)] as const);
    return found.map(([, role]) => role).find((role) => role instanceof Unknown) ?? new Map(found as (readonly [string, LiveRole | undefined])[]);
  };
}

function needsOf(service: Service, { definitionOf, keysOf, clusterOf }: Users): readonly NeededPermission[] {
  const task = definitionOf(service);
  if (task instanceof Unknown) return [];
  const keys = keysOf(service);
  const known = keys instanceof Unknown ? new Map<string, string>() : keys as ReadonlyMap<string, string>;
  return neededPermissions({ service, cluster: clusterOf(service), task, keys: known });
}

/** A role with its trust policy, and what IAM decides for what it needs; `undefined` if there is no such role. */
export function readRole(context: Context, arn: string, needs: readonly NeededPermission[] = []): Promise<Fact<LiveRole | undefined>> {
  return fact(async () => {
    const [answer, decisions] = await Promise.all([
      orMissing(() => context.aws.send(CALLS.getRole, { RoleName: arn.split('/').pop() })),
      simulate(context, arn, needs),
    ]);
    return answer?.Role && { arn, trustPolicy: decoded(answer.Role.AssumeRolePolicyDocument), decisions };
  });
}

function simulate({ aws }: Context, PolicySourceArn: string, needs: readonly NeededPermission[]): Promise<Fact<readonly Decision[]>> {
  if (needs.length === 0) return Promise.resolve([]);
  return fact(async () => {
    const results = await orMissing(() => allPages(aws, CALLS.simulatePrincipalPolicy, {
      PolicySourceArn, ActionNames: unique(needs.map(({ action }) => action)), ResourceArns: unique(needs.map(({ resource }) => resource)),
    }, (page) => page.EvaluationResults));
    return (results ?? []).flatMap(decisionsIn);
  });
}

/** IAM answers for each pair of action and resource: for one resource on top, for several below. */
function decisionsIn(result: EvaluationResult): readonly Decision[] {
  const { EvalActionName: action = '', EvalResourceName: resource = '*', EvalDecision: decision, MissingContextValues: missing = [] } = result;
  const byOrganization = result.OrganizationsDecisionDetail?.AllowedByOrganizations === false;
  const byBoundary = result.PermissionsBoundaryDecisionDetail?.AllowedByPermissionsBoundary === false;
  const one: Decision = { action, resource, decision: decision ?? '', missing, byOrganization, byBoundary };
  const each = (result.ResourceSpecificResults ?? []).map((specific): Decision => ({
    ...one,
    resource: specific.EvalResourceName ?? '*',
    decision: specific.EvalResourceDecision ?? '',
    missing: specific.MissingContextValues ?? [],
    byBoundary: specific.PermissionsBoundaryDecisionDetail?.AllowedByPermissionsBoundary === false,
  }));
  return each.length > 0 ? each : [one];
}

/** IAM returns policies as they are in addresses. */
function decoded(document: string | undefined): string {
  try {
    return decodeURIComponent(document ?? '');
  } catch {
    return document ?? '';
  }
}
