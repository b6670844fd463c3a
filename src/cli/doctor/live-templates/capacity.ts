import type { Resources } from './resources';
import { spelledForTemplates } from './spelling';
import { Unknown } from '../../../facts/fact';
import type { LiveCluster } from '../../collect/account';
import { notRead } from '../../collect/not-read';
import type { AutoScalingGroup, CapacityProvider } from '../../collect/shapes';

/** Capacity providers of a cluster, and the Auto Scaling groups behind them. */
export function addCapacity(resources: Resources, { capacityProviders, autoScalingGroups }: LiveCluster): void {
  for (const provider of capacityProviders instanceof Unknown ? [] : capacityProviders) addProvider(resources, provider);
  for (const [arn, live] of autoScalingGroups instanceof Unknown ? [] : autoScalingGroups) if (live) addGroup(resources, arn, live.group);
}

function addProvider(resources: Resources, provider: CapacityProvider): void {
  // Those of Fargate are no resources.
  if (provider.name?.startsWith('FARGATE')) return;
  const { autoScalingGroupProvider: own } = provider;
  resources.add(provider.capacityProviderArn, 'AWS::ECS::CapacityProvider', {
    ...spelledForTemplates(provider) as object,
    AutoScalingGroupProvider: own && { ...spelledForTemplates(own) as object, AutoScalingGroupArn: resources.to(own.autoScalingGroupArn) },
  });
}

function addGroup(resources: Resources, arn: string, group: AutoScalingGroup): void {
  const { MinSize, MaxSize, MixedInstancesPolicy, NewInstancesProtectedFromScaleIn } = group;
  resources.add(arn, 'AWS::AutoScaling::AutoScalingGroup', {
    MinSize,
    MaxSize,
    MixedInstancesPolicy: MixedInstancesPolicy && {
      LaunchTemplate: { LaunchTemplateSpecification: notRead('launch templates are not read'), Overrides: MixedInstancesPolicy.LaunchTemplate?.Overrides },
      InstancesDistribution: MixedInstancesPolicy.InstancesDistribution,
    },
    LaunchTemplate: MixedInstancesPolicy ? undefined : notRead('launch templates are not read'),
    NewInstancesProtectedFromScaleIn,
    VPCZoneIdentifier: notRead('subnets of Auto Scaling groups are not read'),
  });
}
