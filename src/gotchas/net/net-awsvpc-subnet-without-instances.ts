import { known } from '../../facts/fact';
import { defineGotcha } from '../definition';
import { outsideOf, zonesOf } from './zones';
import { andOthers } from '../naming';

export const netAwsvpcSubnetWithoutInstances = defineGotcha({
  id: 'net-awsvpc-subnet-without-instances',
  title: 'Tasks on EC2 in zones where no instance is',
  consequence: 'never-works',
  symptom: 'The service event `was unable to place a task because no container instance met all of its requirements`, again and again.',
  why: 'The network interface of a task is in the zone of its instance: where the subnets of the service have no instance, ECS has nowhere to place the task.',
  rule: 'At least 1 of the subnets of an `awsvpc` service on EC2 has to be in a zone with instances of its cluster. Without a capacity provider it is a '
    + 'warning: instances of another app may join.',
  fix: 'select subnets for the service in the zones of the Auto Scaling group',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html',
  levels: ['synth', 'live'],
  isObserved: true,
  subject: 'service',
  needs: ['onFargate', 'network', 'instanceSubnets'],
  reads: ['capacityProviderStrategy'],
  check: ({ onFargate, network, instanceSubnets, capacityProviderStrategy }) => {
    const subnets = network && !onFargate ? known(network.subnets) : [];
    if (subnets.length === 0 || outsideOf(zonesOf(instanceSubnets), subnets).length < subnets.length) return [];
    return [{
      property: 'vpcSubnets',
      detail: `subnets (${andOthers(subnets.map(({ id }) => known(id)))}) are in no zone that the instances are in`,
      // Instances that the app doesn't start may join a cluster, but no capacity provider.
      ...(known(capacityProviderStrategy).length > 0 ? {} : { consequence: 'risk' }),
    }];
  },
});
