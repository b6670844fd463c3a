import { known, NotKnown, Unknown } from '../../facts/fact';
import type { SubnetFacts } from '../../facts/network';
import { defineGotcha, each, type Finding } from '../definition';
import { andOthers } from '../naming';
import { INTERNET, startupNeeds, type StartupNeeds } from './startup-needs';

export const netNoEgressPath = defineGotcha({
  id: 'net-no-egress-path',
  title: 'Fargate tasks in a subnet without a way to their image',
  consequence: 'never-works',
  symptom: 'Tasks stop after minutes with `CannotPullContainerError` or `ResourceInitializationError: unable to pull secrets or registry auth`.',
  why: 'On Fargate the task itself pulls its image and writes its logs: without a public IP, a NAT gateway or endpoints it reaches neither registry nor log group, and never starts.',
  rule: 'Each subnet of a Fargate service needs a route to a NAT gateway in a public subnet, or to an internet gateway with `assignPublicIp`; or endpoints for all that the task '
    + 'needs to start: `ecr.api`, `ecr.dkr` and `s3` for an image in ECR, `logs` for `awslogs`, `secretsmanager` or `ssm` for secrets, `s3` for environment files. For an image in '
    + 'a registry on the internet only a route will do. A route for IPv6 alone leads to no image at `dkr.ecr` or `public.ecr.aws`.',
  fix: 'set assignPublicIp in a public subnet, route a private one through NAT, or add endpoints for ecr.api, ecr.dkr, logs and a gateway endpoint for s3',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html',
  levels: ['synth', 'live'],
  causalRank: 'start',
  subject: 'service',
  alsoOn: ['taskLaunch', 'expressService'],
  needs: ['onFargate', 'network', 'task'],
  check: ({ onFargate, network, task }) => {
    if (!onFargate || !network) return [];
    const stuck: Stuck[] = [];
    const unknown = each(known(network.subnets), (subnet) => {
      const egress = known(subnet.egress);
      if (egress !== 'none' && (egress !== 'internet-gateway' || known(network.assignPublicIp))) return [];
      const needs = startupNeeds(task);
      const missing = missingIn(subnet, needs.known);
      if (missing.length === 0) {
        const open = needs.open.find((need) => missingIn(subnet, need.needs).length > 0);
        return open ? [{ notChecked: open.fact.reason }] : [];
      }
      assertOverIpv4(subnet, needs);
      stuck.push({ subnet: known(subnet.id), way: wayOf(subnet, egress === 'none'), missing });
      return [];
    });
    return stuck.length === 0 ? unknown : [finding(stuck), ...unknown];
  },
});

/** Ends the check where tasks may reach over IPv6 what they need. */
function assertOverIpv4(subnet: SubnetFacts, { ofIpv4 }: StartupNeeds): void {
  if (subnet.leadsOutOverIpv6 === false || missingIn(subnet, ofIpv4).length > 0) return;
  known(subnet.leadsOutOverIpv6);
  throw new NotKnown('the route out is for IPv6 alone, and whether all that the task needs to start answers over it is not known here');
}

function wayOf({ leadsOutOverIpv6, cutNats }: SubnetFacts, isPrivate: boolean): Way {
  if (isPrivate && cutNats.length > 0) return CUT;
  return leadsOutOverIpv6 === true ? 'no route out for IPv4' : isPrivate ? 'no route out' : 'no public IP for the tasks';
}

const CUT = 'only a NAT gateway that has no route to an internet gateway itself';
type Way = typeof CUT | 'no route out' | 'no route out for IPv4' | 'no public IP for the tasks';

/** A subnet in which a task doesn't start. */
interface Stuck {
  readonly subnet: string;
  readonly way: Way;
  readonly missing: readonly string[];
}

const FIX_IPV4 = 'take the image from an address that IPv6 reaches (dkr-ecr.<region>.on.aws, ecr-public.aws.com), set assignPublicIp in a public subnet, '
  + 'route a private one through NAT, or add endpoints for ECR';
const FIX_PUBLIC_IMAGE = 'set assignPublicIp in a public subnet, route a private one through NAT, or keep the image in private ECR and add endpoints for it';

function finding(stuck: readonly Stuck[]): Finding {
  const ways = new Set(stuck.map(({ way }) => way));
  const missing = [...new Set(stuck.flatMap((one) => one.missing))];
  return {
    property: 'subnets',
    detail: `subnets (${andOthers(stuck.map(({ subnet }) => subnet))}) have ${[...ways].join(' or ')}, so tasks can't reach ${missing.join(', ')}`,
    ...(ways.has(CUT) ? { fix: 'put the NAT gateway into a public subnet, whose route leads to the internet gateway' } : stuck.some(({ way }) => way === 'no route out for IPv4') ? { fix: FIX_IPV4 } : missing.includes(INTERNET) ? { fix: FIX_PUBLIC_IMAGE } : {}),
  };
}

function missingIn({ endpoints }: SubnetFacts, needs: readonly string[]): readonly string[] {
  // No endpoint leads to a registry on the internet, whichever there are.
  if (endpoints instanceof Unknown && needs.includes(INTERNET)) return [INTERNET];
  return needs.filter((need) => !known(endpoints).includes(need));
}
