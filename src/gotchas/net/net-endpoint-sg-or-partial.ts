import { known } from '../../facts/fact';
import { admits } from './admission';
import { defineGotcha, each } from '../definition';
import { startupNeeds } from './startup-needs';

export const netEndpointSgOrPartial = defineGotcha({
  id: 'net-endpoint-sg-or-partial',
  title: 'An endpoint that Fargate tasks start through keeps them out',
  severity: 'error',
  why: 'With private DNS the name of the service leads to the endpoint, NAT gateway or not: when its security group has no rule for the tasks, '
    + 'they stop with ResourceInitializationError or CannotPullContainerError and an i/o timeout.',
  fix: 'let port 443 in from the security group of the tasks, or from the addresses of the VPC',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html',
  levels: ['synth'],
  subject: 'service',
  needs: ['onFargate', 'network', 'task'],
  check: ({ onFargate, network, task }) => {
    const [subnet] = onFargate && network ? known(network.subnets) : [];
    if (!subnet || !network) return [];
    const needs = startupNeeds(task);
    return each(known(subnet.interfaceEndpoints), ({ service, privateDns, securityGroups }) => {
      const name = known(service);
      const groups = needs.includes(name) && known(privateDns) ? known(securityGroups) : [];
      return groups.length === 0 || admits(groups, 443, () => known(network.securityGroups)) ? [] : [{
        property: 'securityGroups',
        detail: `endpoint (${name}) is closed to the tasks: no rule of its security groups lets port 443 in`,
      }];
    });
  },
});
