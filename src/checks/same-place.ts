import { Resource, Stack, Token, type ResourceEnvironment } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { pathOf } from './path-of';
import { refuse } from '../gotchas/enforce';

const ENVIRONMENTS = 'https://docs.aws.amazon.com/cdk/v2/guide/environments.html';

/** The parts of a place that a resource and its user must have in common. */
interface Rule {
  /** The member with the ARN, which contains the place of an imported resource. */
  readonly arn?: string;
  readonly parts: ReadonlyArray<keyof ResourceEnvironment>;
  /** The CDK connects resources of its own across regions and accounts. */
  readonly ifImported?: boolean;
}

const REGION: Rule = { parts: ['region'] };
const BOTH: Rule = { parts: ['region', 'account'] };

/** Resources that AWS finds by a name, an id or an address in the region, and some in the account, of the construct that uses them. */
const RULES: Readonly<Record<string, Rule>> = {
  accessLogsBucket: REGION,
  accessPoint: { ...REGION, arn: 'accessPointArn' },
  alarms: { ...BOTH, arn: 'alarmArn' },
  cluster: { ...BOTH, arn: 'clusterArn' },
  deadLetterQueue: { ...REGION, arn: 'queueArn' },
  dnsNamespace: { ...REGION, arn: 'namespaceArn' },
  encryptionKey: { ...REGION, arn: 'keyArn' },
  eventBus: { ...BOTH, arn: 'eventBusArn' },
  executionRole: { parts: ['account'], arn: 'roleArn' },
  fileSystem: { ...REGION, arn: 'fileSystemArn' },
  // The log driver has an option for the region.
  logGroup: { parts: ['account'], arn: 'logGroupArn' },
  namespace: { ...REGION, arn: 'namespaceArn' },
  onFailure: { ...BOTH, arn: 'topicArn', ifImported: true },
  queue: { ...BOTH, arn: 'queueArn' },
  securityGroups: REGION,
  service: BOTH,
  task: BOTH,
  taskRole: { parts: ['account'], arn: 'roleArn' },
};

/** Throws for a construct outside of every stack, and for resources of another region or account than its stack that it can't use there. */
export function checkPlaces(scope: Construct, id: string, used: object, place = ''): void {
  const at = pathOf(scope, id);
  checkPlacesIn(stackOf(scope, at), at, used, place);
}

/** Throws for resources of another region or account than a stack that can't be used in it. */
export function checkPlacesIn(stack: Stack, at: string, used: object, place: string): void {
  for (const [name, value] of Object.entries(used) as [string, unknown][]) {
    const rule = RULES[name];
    if (rule === undefined || value === undefined) continue;
    const items: readonly unknown[] = Array.isArray(value) && !Token.isUnresolved(value) ? value : [value];
    items.forEach((item, index) => checkPlace(stack, at, `${place}${name}${Array.isArray(value) ? `[${index}]` : ''}`, item, rule));
  }
}

function checkPlace(stack: Stack, at: string, property: string, resource: unknown, rule: Rule): void {
  if (rule.ifImported && Construct.isConstruct(resource) && Resource.isOwnedResource(resource)) return;
  if (Construct.isConstruct(resource) && resource.node.root !== stack.node.root) refuseOtherApp(at, property);
  const [own, other] = [environmentOf(stack, undefined), environmentOf(resource, rule.arn)];
  const part = rule.parts.find((each) => own[each] !== undefined && other[each] !== undefined && own[each] !== other[each]);
  if (part === undefined) return;
  const [here, there] = [own, other].map((environment) => (part === 'account' ? `account ${environment.account}` : environment.region));
  refuse({
    headline: `${property} is in ${there}, and ${at} in ${here}`,
    at,
    property,
    why: 'A name, an id or an address is of one region and one account: in another one it is nothing, or something else of the same name.',
    fix: `use a resource of ${here}, or create ${at} in a stack of ${there}`,
    docs: ENVIRONMENTS,
  });
}

function refuseOtherApp(at: string, property: string): never {
  return refuse({
    headline: `${property} is of another app than ${at}`,
    at,
    property,
    fix: `create both in one app, or import ${property} by its name or ARN`,
    docs: 'https://docs.aws.amazon.com/cdk/v2/guide/resources.html#resources-importing',
  });
}

/** A resource, or a service or a task of this library with its resource. */
interface Wrapped {
  readonly env?: ResourceEnvironment;
  readonly service?: { readonly env?: ResourceEnvironment };
  readonly taskDefinition?: { readonly env?: ResourceEnvironment };
}

/** The parts of a place that are known at synthesis. */
function environmentOf(resource: unknown, arn: string | undefined): Partial<ResourceEnvironment> {
  const { service, taskDefinition, env = (service ?? taskDefinition)?.env } = resource as Wrapped;
  const written = arn === undefined ? undefined : (resource as Readonly<Record<string, unknown>>)[arn];
  const [, , , region, account] = typeof written === 'string' && !Token.isUnresolved(written) ? written.split(':') : [];
  const { region: ofEnv, account: accountOfEnv } = resource instanceof Stack ? resource : env ?? {};
  return { region: known(region) ?? known(ofEnv), account: known(account) ?? known(accountOfEnv) };
}

function known(part: string | undefined): string | undefined {
  return part === undefined || part === '' || Token.isUnresolved(part) ? undefined : part;
}

function stackOf(scope: Construct, at: string): Stack {
  const stack = scope.node.scopes.find((each) => Stack.isStack(each));
  return stack === undefined ? refuse({
    headline: `scope (${scope.node.path || 'the app'}) is outside of every stack`,
    at,
    property: 'scope',
    why: 'Resources belong to the template of a stack. An app and a stage have none of their own.',
    fix: "create it in a stack: new Stack(app, 'Shop')",
    docs: 'https://docs.aws.amazon.com/cdk/v2/guide/stacks.html',
  }) : Stack.of(scope);
}
