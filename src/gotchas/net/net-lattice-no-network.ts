import { known } from '../../facts/fact';
import type { LatticeServiceFacts } from '../../facts/service';
import { all, defineGotcha, each } from '../definition';

export const netLatticeNoNetwork = defineGotcha({
  id: 'net-lattice-no-network',
  title: 'A service of VPC Lattice that no VPC can call',
  consequence: 'risk',
  symptom: 'The name of the service doesn\'t resolve to it, or calls time out; the targets are healthy.',
  why: 'Clients call a service of VPC Lattice through a service network that it is associated with, from VPCs that the network is associated with. VPC Lattice creates neither association by itself.',
  rule: 'Each service of VPC Lattice that forwards to the tasks is associated with a service network, and each service network of the app with a VPC, if the app does not expose them to other stacks or accounts.',
  fix: 'add an AWS::VpcLattice::ServiceNetworkServiceAssociation, and an AWS::VpcLattice::ServiceNetworkVpcAssociation for the VPC of the clients',
  docsUrl: 'https://docs.aws.amazon.com/vpc-lattice/latest/ug/service-network-associations.html',
  levels: ['synth'],
  avoidedBy: '`LatticeIngress` associates its service with the `serviceNetworks` that you name.',
  subject: 'service',
  needs: ['latticeGroups'],
  check: ({ latticeGroups }) => each(latticeGroups, ({ services }) => each(known(services), (service) => all(
    () => withoutNetwork(service),
    () => withoutVpc(service),
  ))),
});

function withoutNetwork({ name, isInNetwork }: LatticeServiceFacts) {
  return known(isInNetwork) ? [] : [{ property: 'vpcLatticeConfigurations', detail: `service (${name}) of VPC Lattice is in no service network` }];
}

function withoutVpc({ networksWithoutVpc }: LatticeServiceFacts) {
  return known(networksWithoutVpc).map((network) => ({
    property: 'vpcLatticeConfigurations', detail: `serviceNetwork (${network}) of VPC Lattice is associated with no VPC`, fix: 'add an AWS::VpcLattice::ServiceNetworkVpcAssociation for the VPC of the clients',
  }));
}
