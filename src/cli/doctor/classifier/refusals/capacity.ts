import type { Refusal } from './refusal';

/** Refusals of capacity providers and clusters. */
export const CAPACITY: readonly Refusal[] = [
  { when: /cluster cannot be deleted|ClusterContains/i, fix: 'delete the services of the cluster, stop its tasks, deregister its container instances, and wait until they are gone' },
  { when: /capacity provider (?:is in use|cannot be (?:deleted|removed))|ResourceInUse/i, fix: 'delete the services and tasks that use the capacity provider first, and wait until they are gone: a deleted service drains for a while' },
  { when: /ECSInfrastructureRole/i, id: 'iam-infrastructure-role-missing', fix: 'let ecs.amazonaws.com assume the infrastructure role in its trust policy, attach the managed policy of AWS for its use, and create the resource after both' },
  { when: /managed termination protection/i, id: 'ec2-managed-termination-protection' },
  { when: /capacity provider\b.*\bnot in an ACTIVE state|update in progress|UpdateInProgress/i, fix: 'deploy again once the capacity provider is ACTIVE, and let what names it depend on it' },
  { when: /capacity provider .*(?:not associated|was not found|not valid for the cluster)/i, id: 'ec2-provider-not-associated' },
  { when: /capacity provider name|name .*(?:aws|ecs|fargate).*prefix/i, id: 'ec2-provider-name-reserved' },
  { when: /auto ?scaling group .*(?:already|another) .*capacity provider/i, id: 'ec2-managed-scaling-range', fix: 'keep one capacity provider for each Auto Scaling group' },
];
