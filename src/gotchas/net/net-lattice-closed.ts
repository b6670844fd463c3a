import { covers } from './admission';
import type { PortFacts } from '../../facts/container';
import { known, whereKnown } from '../../facts/fact';
import type { SecurityGroupFacts } from '../../facts/security-group';
import type { TaskFacts } from '../../facts/task';
import { defineGotcha, each } from '../definition';

export const netLatticeClosed = defineGotcha({
  id: 'net-lattice-closed',
  title: 'The security group of the tasks keeps VPC Lattice out',
  consequence: 'never-works',
  symptom: 'The targets are `UNHEALTHY`, calls time out, and ECS replaces the tasks again and again.',
  why: 'VPC Lattice connects to tasks, and checks their health, from addresses of its own, which are in no VPC: a rule for the clients, or for the addresses of the VPC, does not admit it.',
  rule: 'A security group of the tasks admits the port that is registered in VPC Lattice from the prefix list `com.amazonaws.<region>.vpc-lattice`, or from more than private addresses and security groups.',
  fix: 'add an ingress rule for the container port from the prefix list com.amazonaws.<region>.vpc-lattice',
  docsUrl: 'https://docs.aws.amazon.com/vpc-lattice/latest/ug/security-groups.html',
  levels: ['synth'],
  avoidedBy: '`LatticeIngress` opens the tasks to the `prefixList` that it requires.',
  subject: 'service',
  needs: ['latticePorts', 'network', 'task'],
  check: ({ latticePorts, network, task }) => network === undefined ? [] : each(latticePorts, (name) => {
    const port = portOf(task, known(name));
    const groups = known(network.securityGroups);
    return port === undefined || groups.length === 0 || mayAdmit(groups, port) ? [] : [{
      property: 'securityGroups', detail: `containerPort (${port}) is closed to VPC Lattice: the security groups admit private addresses and other groups at most`,
    }];
  }),
});

function portOf({ containers }: TaskFacts, name: string): number | undefined {
  const [port] = whereKnown(known(containers).flatMap(({ ports }) => known(ports)), (one) => known(one.name) === name);
  return port as PortFacts | undefined && known(port.containerPort);
}

/** The addresses of VPC Lattice are link-local ones and public ones. */
function mayAdmit(groups: readonly SecurityGroupFacts[], port: number): boolean {
  return groups.flatMap(({ ingress }) => known(ingress)).some((rule) => (
    known(rule.fromGroup) === undefined && covers(rule, port) && !known(rule.fromPrivate)
  ));
}
