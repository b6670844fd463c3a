import { known } from '../../facts/fact';
import type { BoundsFacts, ManagedInstancesFacts } from '../../facts/managed-instances';
import { all, defineGotcha, each, type Finding } from '../definition';

export const ec2ManagedInstancesRules = defineGotcha({
  id: 'ec2-managed-instances-rules',
  title: 'A capacity provider of Managed Instances that ECS refuses',
  consequence: 'rejected',
  symptom: '`Cannot associate Managed Instances capacity provider to clusters using this API`, `required key [SecurityGroups] not found`, or a `ClientException` about the capacity provider.',
  why: 'A provider of Managed Instances belongs to the one cluster that it names: no cluster lists it. ECS chooses the instances by requirements of EC2, which exclude each other or have to be in order.',
  rule: 'A provider with `managedInstancesProvider` has a `clusterName`, no Auto Scaling group, at least one subnet and `securityGroups`, and is not in `capacityProviders` of a cluster or of an association; a default strategy may name it. '
    + 'In its `instanceRequirements` no `min` is above its `max`, and `allowedInstanceTypes` is not beside `excludedInstanceTypes`. `scaleInAfter` is from -1 to 3600.',
  fix: 'name the cluster in clusterName, and leave the provider out of its list of capacity providers',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCapacityProvider.html',
  levels: ['synth'],
  subject: 'capacityProvider',
  needs: ['managedInstances'],
  check: ({ managedInstances: managed }) => managed === undefined ? [] : all(
    () => known(managed.namesCluster) ? [] : [{ property: 'clusterName', detail: 'clusterName (not set) is what a provider of Managed Instances belongs to', fix: 'set clusterName' }],
    () => known(managed.hasGroup) ? [{
      property: 'autoScalingGroupProvider', detail: 'autoScalingGroupProvider (set) excludes managedInstancesProvider', fix: 'make two capacity providers',
    }] : [],
    () => listed(managed),
    () => known(managed.subnets) > 0 ? [] : [{ property: 'networkConfiguration.subnets', detail: 'subnets (none) are where ECS launches the instances', fix: 'set subnets of one VPC' }],
    () => known(managed.setsSecurityGroups) ? [] : [{
      property: 'networkConfiguration.securityGroups', detail: 'securityGroups (not set) is a property that CloudFormation demands of a provider of Managed Instances', fix: 'set securityGroups of the instances',
    }],
    () => each(managed.bounds, outOfOrder),
    () => known(managed.namesAllowedTypes) && known(managed.namesExcludedTypes) ? [{
      property: 'instanceRequirements',
      detail: 'allowedInstanceTypes (set) is beside excludedInstanceTypes, and only one of them may be set',
      fix: 'remove excludedInstanceTypes, or allowedInstanceTypes',
      consequence: 'never-works',
    }] : [],
    () => scaleIn(known(managed.scaleInAfterSeconds)),
  ),
});

function listed({ listedBy }: ManagedInstancesFacts): readonly Finding[] {
  return listedBy.length === 0 ? [] : [{
    property: 'capacityProviders', detail: `capacityProviders (${listedBy.join(', ')}) lists it, and a provider of Managed Instances has its cluster by clusterName alone`,
  }];
}

function outOfOrder({ attribute, least, most }: BoundsFacts): readonly Finding[] {
  const [min, max] = [known(least), known(most)];
  return min === undefined || max === undefined || min <= max ? [] : [{
    property: `instanceRequirements.${attribute}`, detail: `${attribute}.min (${min}) is above its max (${max})`, fix: 'set a max that is not below the min', consequence: 'never-works',
  }];
}

function scaleIn(seconds: number | undefined): readonly Finding[] {
  return seconds === undefined || (seconds >= -1 && seconds <= 3600) ? [] : [{
    property: 'infrastructureOptimization.scaleInAfter', detail: `scaleInAfter (${seconds}) is not from -1 to 3600 seconds`, fix: 'set -1 for no scale-in, or up to 3600 seconds',
  }];
}
