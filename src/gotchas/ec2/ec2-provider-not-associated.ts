import { known, Unknown } from '../../facts/fact';
import { all, defineGotcha, each, type Finding } from '../definition';

export const ec2ProviderNotAssociated = defineGotcha({
  id: 'ec2-provider-not-associated',
  title: 'The strategy names a capacity provider that the cluster does not have',
  consequence: 'rejected',
  symptom: '`The specified capacity provider strategy cannot contain a capacity provider that is not associated with the cluster.`',
  why: 'A strategy may only name capacity providers that are associated with its cluster, and a new cluster has none, not even FARGATE and FARGATE_SPOT.',
  rule: 'Each provider of `capacityProviderStrategy` is among the `capacityProviders` of the cluster. The service depends on the association of the two, else it is a warning.',
  fix: 'associate the capacity provider with the cluster: `enableFargateCapacityProviders` for those of Fargate, `addAsgCapacityProvider` for instances',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-capacity-providers.html',
  levels: ['synth', 'live'],
  designedOut: '`Ec2Capacity` and `FargateMix` associate their capacity providers with the cluster.',
  subject: 'service',
  needs: ['capacityProviderStrategy', 'cluster'],
  reads: ['isBeforeProviders'],
  check: ({ capacityProviderStrategy, cluster, isBeforeProviders }) => all(
    () => unawaited(known(isBeforeProviders)),
    () => each(capacityProviderStrategy, (item) => {
      const provider = known(item.provider);
      const associated = known(cluster.capacityProviders);
      if (associated.includes(provider)) return [];
      const unclear = associated.find((one) => one instanceof Unknown);
      return unclear instanceof Unknown ? [{ notChecked: unclear.reason }] : [{
        property: 'capacityProviderStrategies',
        detail: `capacityProvider (${provider.split('#').at(-1)}) is not associated with the cluster`,
      }];
    }),
  ),
});

function unawaited(isBefore: boolean): readonly Finding[] {
  return !isBefore ? [] : [{
    property: 'dependsOn',
    detail: 'dependsOn (no association) lets the service be created before its cluster has the capacity providers, and deletes them while it uses them',
    fix: 'let the service depend on the resource that associates the capacity providers with its cluster',
    consequence: 'risk',
  }];
}
