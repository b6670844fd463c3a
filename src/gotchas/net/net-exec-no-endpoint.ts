import { known, NotKnown, whereKnown } from '../../facts/fact';
import type { SubnetFacts } from '../../facts/network';
import { defineGotcha } from '../definition';
import { andOthers } from '../naming';

const ENDPOINT = 'ssmmessages';

export const netExecNoEndpoint = defineGotcha({
  id: 'net-exec-no-endpoint',
  title: 'ECS Exec is on in subnets without a way to its channels',
  consequence: 'misbehaves',
  symptom: '`TargetNotConnectedException` from `aws ecs execute-command`, while the service runs.',
  why: 'The agent in the container opens its channels at `ssmmessages` of Systems Manager. In a network whose only ways out are endpoints it needs the one of that name; a task starts without it.',
  rule: 'With ECS Exec on, a subnet with endpoints and without a route out has an endpoint for `ssmmessages`.',
  fix: 'add an interface endpoint for ssmmessages to the VPC, or a route out of the subnet',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html#ecs-exec-considerations',
  levels: ['synth', 'live'],
  causalRank: 'none',
  subject: 'service',
  needs: ['executeCommand', 'network'],
  check: ({ executeCommand, network }) => {
    if (!executeCommand || !network) return [];
    const closed = whereKnown(known(network.subnets), (subnet) => isClosed(subnet, known(network.assignPublicIp)));
    return closed.length === 0 ? [] : [{
      property: 'subnets', detail: `subnets (${andOthers(closed.map(({ id }) => known(id)))}) have no route out and no endpoint for ${ENDPOINT}, which ECS Exec needs`,
    }];
  },
});

function isClosed(subnet: SubnetFacts, hasPublicIp: boolean): boolean {
  const egress = known(subnet.egress);
  if (egress !== 'none' && (egress !== 'internet-gateway' || hasPublicIp)) return false;
  const endpoints = known(subnet.endpoints);
  // A network without any endpoint is another gotcha.
  if (endpoints.length === 0 || endpoints.includes(ENDPOINT)) return false;
  if (known(subnet.leadsOutOverIpv6)) throw new NotKnown('the route out is for IPv6 alone');
  return true;
}
