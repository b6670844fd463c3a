import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';

export const netLatticePortName = defineGotcha({
  id: 'net-lattice-port-name',
  title: 'A target group of VPC Lattice for a port without that name',
  consequence: 'rejected',
  symptom: 'Creating the service fails with an `InvalidParameterException` about the port name.',
  why: 'ECS finds the port that it registers in VPC Lattice by the name of a port mapping, as for Service Connect: it refuses the service where no port of the task has it.',
  rule: 'Each `portName` of `vpcLatticeConfigurations` is the name of 1 port mapping of the task.',
  fix: 'set the name of the port mapping to portName',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_VpcLatticeConfiguration.html',
  levels: ['synth'],
  designedOut: '`LatticeIngress` takes a port of the main container, and names its port mapping.',
  subject: 'service',
  needs: ['latticePorts'],
  reads: ['task'],
  check: ({ latticePorts, task }) => each(latticePorts, (fact) => {
    const name = known(fact);
    const names = known(known(task).containers).flatMap(({ ports }) => known(ports)).map((port) => known(port.name));
    const count = names.filter((one) => one === name).length;
    return count === 1 ? [] : [{
      property: 'vpcLatticeConfigurations',
      detail: count > 1
        ? `portName (${name}) is the name of ${count} port mappings`
        : `portName (${name}) is the name of no port mapping, they are ${names.filter((one) => one !== undefined).join(', ') || 'without names'}`,
    }];
  }),
});
