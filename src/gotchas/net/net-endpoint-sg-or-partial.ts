import { admits } from './admission';
import { known, whereKnown } from '../../facts/fact';
import type { SubnetFacts } from '../../facts/network';
import { all, defineGotcha, each, type Result } from '../definition';
import { startupNeeds, type StartupNeeds } from './startup-needs';

export const netEndpointSgOrPartial = defineGotcha({
  id: 'net-endpoint-sg-or-partial',
  title: 'An endpoint that is closed to the tasks, or that lacks its companions',
  consequence: 'never-works',
  symptom: 'Tasks stop with `ResourceInitializationError` or `CannotPullContainerError`, and an `i/o timeout` at the end of it.',
  why: 'With private DNS the name of the service leads to the endpoint, NAT gateway or not: when its security group has no rule for the tasks, nothing answers '
    + 'them. The ECS agent of an instance needs three endpoints, and uses the public addresses in place of missing ones.',
  rule: 'An interface endpoint with private DNS that a task on Fargate needs to start (`ecr.api`, `ecr.dkr`, `s3`, `logs`, `secretsmanager`, `ssm`) must allow '
    + 'TCP port 443 from the security groups of the tasks or from addresses. One of them without private DNS is a warning where the subnet has no other way out. Instances need all 3 of `ecs`, `ecs-agent` and `ecs-telemetry` or none of '
    + 'them, which is a warning.',
  fix: 'allow port 443 from the security group of the tasks, or from the addresses of the VPC',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html',
  levels: ['synth', 'live'],
  causalRank: 'start',
  subject: 'service',
  needs: ['onFargate', 'network', 'task'],
  reads: ['instanceSubnets'],
  check: ({ onFargate, network, task, instanceSubnets }) => {
    if (!onFargate) return partial(known(instanceSubnets));
    const [subnet] = network ? known(network.subnets) : [];
    if (!subnet || !network) return [];
    const startup = startupNeeds(task);
    const { known: needs, open } = startup;
    return all(() => unnamed(subnet, startup), () => each(known(subnet.interfaceEndpoints), ({ service, privateDns, securityGroups }) => {
      const name = known(service);
      const doubt = needs.includes(name) ? undefined : open.find((need) => need.needs.includes(name));
      const groups = (needs.includes(name) || doubt) && known(privateDns) ? known(securityGroups) : [];
      if (groups.length === 0 || admits(groups, 443, () => known(network.securityGroups))) return [];
      return [doubt ? { notChecked: doubt.fact.reason } : {
        property: 'securityGroups',
        detail: `endpoint (${name}) is closed to the tasks: no rule of its security groups allows port 443`,
      }];
    }));
  },
});

/** Without private DNS the public name of a service leads past the endpoint, and out of a subnet without a way out. */
function unnamed(subnet: SubnetFacts, { known: needs, open }: StartupNeeds): readonly Result[] {
  const endpoints = known(subnet.interfaceEndpoints);
  const hasName = (name: string) => endpoints.some(({ service, privateDns }) => service === name && known(privateDns));
  // A gateway endpoint of S3 is a route, which needs no name.
  const without = [...new Set(whereKnown(endpoints, ({ privateDns }) => !known(privateDns)).map(({ service }) => known(service)))]
    .filter((name) => name !== 's3' && !hasName(name));
  const missing = without.filter((name) => needs.includes(name));
  const doubt = open.find((need) => need.needs.some((name) => without.includes(name)));
  if ((missing.length === 0 && !doubt) || known(subnet.egress) !== 'none') return [];
  return missing.length === 0 ? [{ notChecked: doubt!.fact.reason }] : [{
    property: 'privateDnsEnabled',
    detail: `privateDnsEnabled (false) of the endpoints for ${missing.join(', ')} leads tasks past them, and the subnet has no other way`,
    fix: 'set privateDnsEnabled of the endpoint to true, or let a private hosted zone of the VPC answer for the name of the service',
    consequence: 'risk',
  }];
}

const OF_AGENT = ['ecs', 'ecs-agent', 'ecs-telemetry'];

function partial(subnets: readonly SubnetFacts[]): readonly Result[] {
  const subnet = subnets.find(({ endpoints }) => {
    const { length } = OF_AGENT.filter((name) => known(endpoints).includes(name));
    return length > 0 && length < OF_AGENT.length;
  });
  if (!subnet) return [];
  const names = known(subnet.endpoints);
  return [{
    property: 'vpc',
    detail: `endpoints (${OF_AGENT.filter((name) => names.includes(name)).join(', ')}) of the instances lack ${OF_AGENT.filter((name) => !names.includes(name)).join(', ')}`,
    fix: 'add the missing ones, or leave all three out where the instances have a way to the internet',
    consequence: 'misbehaves',
  }];
}
