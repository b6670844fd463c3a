import { latticeServices, readLatticeService } from './lattice-services';
import type { App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import { mayBeExtendedElsewhere } from '../../cloudformation/open-resources';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { list, orDefault, outside, required, resourceIn } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import type { LatticeGroupFacts } from '../../facts/service';

const GROUP = 'AWS::VpcLattice::TargetGroup';

/** A target group of VPC Lattice that a service registers its tasks in. */
export function readLatticeGroup(configuration: Value): LatticeGroupFacts {
  const value = configuration.get('TargetGroupArn');
  const group = resourceIn(value, GROUP);
  if (!group) {
    const unknown = new Unknown(outside(value));
    return { name: '', onListener: unknown, targetType: unknown, addressType: unknown, services: unknown };
  }
  const { byGroup, unclear } = latticeServices(group.template.app);
  return {
    name: group.logicalId,
    onListener: readOnListener(group),
    targetType: required(group.properties.get('Type').text()),
    addressType: orDefault(group.properties.at('Config', 'IpAddressType').text(), 'IPV4'),
    services: unclear ?? [...byGroup.get(group) ?? []].map(readLatticeService),
  };
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
