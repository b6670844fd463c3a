import { known } from '../../facts/fact';
import { defineGotcha, each } from '../definition';

export const netLatticeNoListener = defineGotcha({
  id: 'net-lattice-no-listener',
  title: 'A target group of VPC Lattice that no listener forwards to',
  consequence: 'misbehaves',
  symptom: 'The tasks are registered in VPC Lattice, and no request reaches them; the status of the targets is `UNUSED`.',
  why: 'A service of VPC Lattice answers on its listeners, which forward to target groups. ECS registers the tasks in the target group, and creates neither service nor listener.',
  rule: 'Each target group of `vpcLatticeConfigurations` is in the action of a listener, or of a rule of one, if the app does not expose it to other stacks.',
  fix: 'add an AWS::VpcLattice::Listener that forwards to the target group',
  docsUrl: 'https://docs.aws.amazon.com/vpc-lattice/latest/ug/target-groups.html',
  levels: ['synth'],
  avoidedBy: '`LatticeIngress` creates the listener of its target group, or a rule on an existing one.',
  subject: 'service',
  needs: ['latticeGroups'],
  check: ({ latticeGroups }) => each(latticeGroups, ({ name, onListener }) => known(onListener) ? [] : [{
    property: 'vpcLatticeConfigurations', detail: `targetGroup (${name}) is on no listener of VPC Lattice`,
  }]),
});
