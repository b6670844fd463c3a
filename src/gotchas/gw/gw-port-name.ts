import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';

export const gwPortName = defineGotcha({
  id: 'gw-port-name',
  title: 'A connector to an ECS gateway for a port without that name',
  consequence: 'rejected',
  symptom: 'Creating the service fails with an `InvalidParameterException` about the port name.',
  why: 'ECS finds the port that it connects to a gateway by the name of a port mapping, as for Service Connect: it refuses the service where no port of the task has it.',
  rule: 'Each `portName` of `gatewayConnectors` is the name of 1 port mapping of the task.',
  fix: 'set the name of the port mapping to portName',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
  levels: ['synth'],
  subject: 'service',
  needs: ['gatewayPorts'],
  reads: ['task'],
  check: ({ gatewayPorts, task }) => each(gatewayPorts, (fact) => {
    const name = known(fact);
    const names = known(known(task).containers).flatMap(({ ports }) => known(ports)).map((port) => known(port.name));
    const count = names.filter((one) => one === name).length;
    return count === 1 ? [] : [{
      property: 'gatewayConnectors',
      detail: count > 1
        ? `portName (${name}) is the name of ${count} port mappings`
        : `portName (${name}) is the name of no port mapping, they are ${names.filter((one) => one !== undefined).join(', ') || 'without names'}`,
    }];
  }),
});
