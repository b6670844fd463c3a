import { readLogSharing } from './log-sharing';
import { nameOf, textOfArn } from '../permissions/arns';
import { readServesLogs } from '../permissions/keys';
import type { App } from '../../cloudformation/app';
import { argumentOf, intrinsic } from '../../cloudformation/intrinsic';
import { memoize } from '../../cloudformation/memoize';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { list, required, resourceIn } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import { HOLE } from '../../facts/image';
import type { LoggingFacts } from '../../facts/logging';

/** The log configuration of a container. */
export function readLogging(logging: Value): LoggingFacts {
  const options = logging.get('Options');
  const entries = options.entries();
  const group = groupIn(options.get('awslogs-group'));
  return {
    driver: required(logging.get('LogDriver').text()),
    options: entries instanceof Unknown ? entries : Object.fromEntries(entries.map(([key, value]) => [key, required(value.text())])),
    secretOptions: list(logging.get('SecretOptions'), (option) => required(option.get('Name').text())),
    groupInApp: group instanceof Unknown ? group : group !== undefined,
    groupArn: readGroupArn(options, group),
    groupRegion: group instanceof Unknown ? group : group && regionOf(group),
    looksInOwnRegion: group instanceof Unknown ? group : group?.template === logging.template && isOwnRegion(options.get('awslogs-region')),
    groupKeyServes: group instanceof Unknown ? group : !group || readServesLogs(group),
    groupRetentionDays: group instanceof Unknown ? group : group ? readRetention(group) : new Unknown('the log group is not in this app'),
    ...group && !(group instanceof Unknown) ? readLogSharing(logging) : {},
  };
}

function readGroupArn(options: Value, group: Fact<Resource | undefined>): Fact<string> {
  const isOwn = group !== undefined && !(group instanceof Unknown) && group.type === 'AWS::Logs::LogGroup';
  const name = isOwn ? nameOf(group) : options.get('awslogs-group').pieces().map(textOfArn).join('');
  if (name === '' || name === HOLE) return new Unknown('the log group is known when the stack is deployed');
  const region = options.get('awslogs-region').text();
  return `arn:${HOLE}:logs:${typeof region === 'string' ? region : HOLE}:${HOLE}:log-group:${name}`;
}

function regionOf({ template }: Resource): Fact<string> {
  return template.source.region ?? new Unknown('the region of the stack is known when it is deployed');
}

function isOwnRegion({ json }: Value): boolean {
  return intrinsic(json) === 'Ref' && argumentOf(json) === 'AWS::Region';
}

/** The log group of the app that an option of awslogs names; `undefined`: no log group of the app has the name. */
export function groupIn(option: Value): Fact<Resource | undefined> {
  const referred = resourceIn(option, 'AWS::Logs::LogGroup', 'Custom::LogRetention');
  if (referred) return referred;
  const name = option.text();
  if (name instanceof Unknown || name === undefined) return name;
  const { byName, unnamed } = logGroups(option.app);
  return byName.get(name) ?? (unnamed ? new Unknown(`a log group of this app may be named ${name}`) : undefined);
}

/** `Custom::LogRetention` sets the retention of a group that another resource may create. */
function readRetention(group: Resource): Fact<number | undefined> {
  const days = group.properties.get('RetentionInDays').number();
  return days === undefined && retained(group.template.app).has(group) ? new Unknown('a custom resource sets it') : days;
}

const retained = memoize((app: App): ReadonlySet<Resource | undefined> => new Set(app.ofType('Custom::LogRetention')
  .map(({ properties }) => resourceIn(properties.get('LogGroupName'), 'AWS::Logs::LogGroup'))));

// The handler behind Custom::LogRetention creates the group in its property.
const logGroups = memoize((app: App) => {
  const byName = new Map<string, Resource>();
  let unnamed = false;
  for (const group of app.ofType('AWS::Logs::LogGroup', 'Custom::LogRetention')) {
    const name = group.properties.get('LogGroupName').text();
    if (typeof name === 'string') byName.set(name, group);
    unnamed ||= name instanceof Unknown;
  }
  return { byName, unnamed };
});
