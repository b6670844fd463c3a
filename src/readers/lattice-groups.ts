import type { App } from '../cloudformation/app';
import { memoize } from '../cloudformation/memoize';
import { mayBeExtendedElsewhere } from '../cloudformation/open-resources';
import type { Resource } from '../cloudformation/template';
import type { Value } from '../cloudformation/value';
import { list, outside, resourceIn } from '../cloudformation/value-helpers';
import { Unknown, type Fact } from '../facts/fact';
import type { LatticeGroupFacts } from '../facts/service';

const GROUP = 'AWS::VpcLattice::TargetGroup';

/** A target group of VPC Lattice that a service registers its tasks in. */
export function readLatticeGroup(configuration: Value): LatticeGroupFacts {
  const value = configuration.get('TargetGroupArn');
  const group = resourceIn(value, GROUP);
  return group ? { name: group.logicalId, onListener: readOnListener(group) } : { name: '', onListener: new Unknown(outside(value)) };
}

function readOnListener(group: Resource): Fact<boolean> {
  const { reached, unclear } = reachedGroups(group.template.app);
  return reached.has(group) || (mayBeExtendedElsewhere(group) ?? unclear ?? false);
}

/** Target groups that the listeners of the app and their rules forward to. */
const reachedGroups = memoize((app: App): { readonly reached: ReadonlySet<Resource>; readonly unclear?: Unknown } => {
  const reached = new Set<Resource>();
  let unclear: Unknown | undefined;
  const actions = [
    ...app.ofType('AWS::VpcLattice::Listener').map(({ properties }) => properties.get('DefaultAction')),
    ...app.ofType('AWS::VpcLattice::Rule').map(({ properties }) => properties.get('Action')),
  ];
  for (const action of actions) {
    const targets = list(action.at('Forward', 'TargetGroups'), (target) => target.get('TargetGroupIdentifier'));
    for (const target of targets instanceof Unknown ? [] : targets) {
      const group = resourceIn(target, GROUP);
      if (group) reached.add(group);
      else if (typeof target.text() !== 'string') unclear = new Unknown(outside(target));
    }
    if (targets instanceof Unknown) unclear = targets;
  }
  return { reached, unclear };
});
