import { known, Unknown } from '../../facts/fact';
import { defineGotcha, each } from '../definition';

export const ec2ProviderNotAssociated = defineGotcha({
  id: 'ec2-provider-not-associated',
  title: 'The strategy names a capacity provider that the cluster does not have',
  consequence: 'rejected',
  symptom: '`The specified capacity provider strategy cannot contain a capacity provider that is not associated with the cluster.`',
  why: 'A strategy may only name capacity providers that are associated with its cluster, and a new cluster has none, not even FARGATE and FARGATE_SPOT.',
  rule: 'Each provider of `capacityProviderStrategy` is among the `capacityProviders` of the cluster.',
  fix: 'associate the capacity provider with the cluster: `enableFargateCapacityProviders` for those of Fargate, `addAsgCapacityProvider` for instances',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cluster-capacity-providers.html',
  levels: ['synth', 'live'],
  designedOut: '`Ec2Capacity` and `FargateMix` associate their capacity providers with the cluster.',
  subject: 'service',
  needs: ['capacityProviderStrategy', 'cluster'],
  check: ({ capacityProviderStrategy, cluster }) => each(capacityProviderStrategy, (item) => {
    const provider = known(item.provider);
    const associated = known(cluster.capacityProviders);
    if (associated.includes(provider)) return [];
    const unclear = associated.find((one) => one instanceof Unknown);
    return unclear instanceof Unknown ? [{ notChecked: unclear.reason }] : [{
      property: 'capacityProviderStrategies',
      detail: `capacityProvider (${provider.split('#').at(-1)}) is not associated with the cluster`,
    }];
  }),
});
