import { keyIn } from '../permissions/keys';
import { groupIn } from './logging';
import { pushTo, type App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import { Reference } from '../../cloudformation/resolved';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { anyOf, orDefault, outside, resourceIn } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import type { KeyForm, LogGroupFacts } from '../../facts/log-group';

const GROUP = 'AWS::Logs::LogGroup';

/** The log groups of the app that containers write to by awslogs, each once. */
export function readLogGroups(containers: Value): Fact<readonly LogGroupFacts[]> {
  const items = containers.items();
  if (items instanceof Unknown) return items;
  const groups = items.flatMap((container) => {
    const group = groupIn(container.at('LogConfiguration', 'Options', 'awslogs-group'));
    return group === undefined || group instanceof Unknown || group.type !== GROUP ? [] : [group];
  });
  return [...new Set(groups)].map(readLogGroup);
}

const readLogGroup = memoize((group: Resource): LogGroupFacts => {
  const { properties } = group;
  const key = properties.get('KmsKeyId');
  return {
    shownAs: group.logicalId,
    name: properties.get('LogGroupName').text(),
    retentionDays: properties.get('RetentionInDays').number(),
    className: orDefault(properties.get('LogGroupClass').text(), 'STANDARD'),
    keyForm: readKeyForm(key),
    keyIsUnfit: readUnfit(key),
    filters: filtersByGroup(group.template.app).get(group) ?? [],
  };
});

function readKeyForm(key: Value): Fact<KeyForm | undefined> {
  const [piece] = key.pieces();
  if (piece === undefined) return key.isSet() === false ? undefined : new Unknown(outside(key));
  if (piece instanceof Unknown) return piece;
  if (piece instanceof Reference) return formOfReference(piece);
  return piece.startsWith('arn:') ? 'arn' : piece.startsWith('alias/') ? 'alias' : 'id';
}

// A Ref of a key is its id, and one of an alias its name.
function formOfReference({ resource, attribute }: Reference): Fact<KeyForm> {
  if (resource.type === 'AWS::KMS::Key') return attribute === undefined || attribute === 'KeyId' ? 'id' : 'arn';
  return resource.type === 'AWS::KMS::Alias' && attribute === undefined ? 'alias' : new Unknown('it is known when the stack is deployed');
}

function readUnfit(written: Value): Fact<boolean> {
  if (written.isSet() === false) return false;
  const key = keyIn(written)?.properties;
  if (!key) return new Unknown(outside(written));
  const enabled = key.get('Enabled').flag();
  const spec = orDefault(key.get('KeySpec').text(), 'SYMMETRIC_DEFAULT');
  return anyOf([enabled instanceof Unknown ? enabled : enabled === false, spec instanceof Unknown ? spec : spec !== 'SYMMETRIC_DEFAULT']);
}

const filtersByGroup = memoize((app: App): ReadonlyMap<Resource, readonly string[]> => {
  const found = new Map<Resource, string[]>();
  for (const filter of app.ofType('AWS::Logs::SubscriptionFilter', 'AWS::Logs::MetricFilter')) {
    const group = resourceIn(filter.properties.get('LogGroupName'), GROUP);
    if (group) pushTo(found, group, filter.type);
  }
  return found;
});
