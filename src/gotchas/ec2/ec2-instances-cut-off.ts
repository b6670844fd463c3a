import { known } from '../../facts/fact';
import type { SubnetFacts } from '../../facts/network';
import { all, defineGotcha, each, type Finding, type Result } from '../definition';
import { andOthers } from '../naming';
import { allowsOut } from '../net/admission';

export const ec2InstancesCutOff = defineGotcha({
  id: 'ec2-instances-cut-off',
  title: 'Instances that can\'t reach ECS',
  consequence: 'never-works',
  symptom: 'Instances run and are not in the cluster; `No Container Instances were found in your cluster`, and tasks of a capacity provider stay in `PROVISIONING`.',
  why: 'The ECS agent of an instance registers it over HTTPS, at the public addresses of ECS or at endpoints of the VPC. Without a way there the instance never joins its cluster.',
  rule: 'Each subnet of the instances has a route out, or endpoints for `ecs`, `ecs-agent` and `ecs-telemetry`; and their security groups allow TCP port 443 out.',
  fix: 'put the instances into subnets with a route to a NAT gateway, or add the endpoints ecs, ecs-agent and ecs-telemetry',
  docsUrl: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html',
  levels: ['synth'],
  avoidedBy: '`Ec2Capacity` uses private subnets with a route out unless you choose others, and its security group allows all traffic out.',
  causalRank: 'start',
  subject: 'capacity',
  alsoOn: ['capacityProvider'],
  needs: ['subnets', 'securityGroups'],
  check: ({ subnets, securityGroups }) => all(() => withoutWay(subnets), () => {
    const rules = securityGroups.flatMap(({ egress }) => known(egress));
    return securityGroups.length === 0 || rules.some((rule) => allowsOut(rule, 443)) ? [] : [{
      property: 'securityGroups', detail: 'securityGroups (no rule for TCP 443 out) keep the instances from ECS', fix: 'allow TCP 443 out of a security group of the instances',
    }];
  }),
});

const OF_AGENT = ['ecs', 'ecs-agent', 'ecs-telemetry'];

function withoutWay(subnets: readonly SubnetFacts[]): readonly Result[] {
  const cut: string[] = [];
  const open = each(subnets, (subnet) => {
    // Some of the endpoints are another gotcha.
    if (known(subnet.egress) === 'none' && !OF_AGENT.some((name) => known(subnet.endpoints).includes(name)) && !mayLeadOut(subnet)) cut.push(known(subnet.id));
    return [];
  });
  return cut.length === 0 ? open : [finding(cut), ...open];
}

function mayLeadOut({ leadsOutOverIpv6 }: SubnetFacts): boolean {
  return known(leadsOutOverIpv6);
}

function finding(cut: readonly string[]): Finding {
  return { property: 'vpcSubnets', detail: `subnets (${andOthers(cut)}) of the instances have no route out, and no endpoints of ECS` };
}
