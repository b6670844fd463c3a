import { readReferredTask } from '../tasks/tasks';
import { textWithHoles } from '../text-with-holes';
import type { App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import type { Resource } from '../../cloudformation/template';
import { Unknown, type Fact } from '../../facts/fact';
import type { OutsideCallerFacts } from '../../facts/service-connect';

const FUNCTIONS = ['AWS::Lambda::Function', 'AWS::Serverless::Function'];

interface Caller extends Omit<OutsideCallerFacts, 'host'> {
  readonly texts: readonly string[];
}

/** Functions and services of the app without a proxy of Service Connect, whose variables have one of the names. */
export function readOutsideCallers({ template: { app } }: Resource, hosts: readonly string[]): Fact<readonly OutsideCallerFacts[]> {
  const found = hosts.flatMap((host) => callers(app)
    .filter(({ texts }) => texts.some((text) => isCalled(host, text)))
    .map(({ name, isFunction }) => ({ name, isFunction, host })));
  if (found.length === 0) return [];
  const resolved = namesOfDns(app);
  return resolved instanceof Unknown ? resolved : found.filter(({ host }) => !resolved.has(host.toLowerCase()));
}

// A name without a dot is a word like others, unless an address has it.
function isCalled(host: string, text: string): boolean {
  const name = host.replaceAll(/[.\\^$*+?()[\]{}|]/g, '\\$&');
  const pattern = host.includes('.') ? `(^|//|@|[\\s,=;])${name}($|[:/\\s,;])` : `(//|@)${name}($|[:/])`;
  return new RegExp(pattern, 'i').test(text);
}

const callers = memoize((app: App): readonly Caller[] => [
  ...app.ofType(...FUNCTIONS).map((caller) => ({ name: caller.logicalId, isFunction: true, texts: variablesOf(caller) })),
  ...app.ofType('AWS::ECS::Service')
    .filter(({ properties }) => properties.get('ServiceConnectConfiguration').isSet() === false)
    .map((caller) => ({ name: caller.logicalId, isFunction: false, texts: variablesOfTask(caller) })),
]);

function variablesOf({ properties }: Resource): readonly string[] {
  const variables = properties.at('Environment', 'Variables').entries();
  return variables instanceof Unknown ? [] : variables.map(([, value]) => textWithHoles(value)).filter((text) => typeof text === 'string');
}

function variablesOfTask({ properties }: Resource): readonly string[] {
  const { containers } = readReferredTask(properties.get('TaskDefinition'));
  const variables = containers instanceof Unknown ? [] : containers.flatMap(({ environment }) => environment instanceof Unknown ? [] : environment);
  return variables.map(({ value }) => value).filter((value) => typeof value === 'string');
}

/** Names that records of the app resolve, with DNS of Cloud Map or of Route 53. */
const namesOfDns = memoize((app: App): Fact<ReadonlySet<string>> => {
  const records = app.ofType('AWS::Route53::RecordSet').map(({ properties }) => properties.get('Name').text());
  const registered = app.ofType('AWS::ServiceDiscovery::Service').filter(({ properties }) => properties.get('DnsConfig').isSet() !== false).map(nameOfRegistry);
  const names = [...records, ...registered];
  if (app.ofType('AWS::Route53::RecordSetGroup').length > 0 || names.some((name) => typeof name !== 'string')) return new Unknown('records of DNS in the app may resolve the name');
  return new Set((names as readonly string[]).map((name) => name.replace(/\.$/, '').toLowerCase()));
});

function nameOfRegistry({ properties }: Resource): string | undefined {
  const name = properties.get('Name').text();
  const namespace = [properties.get('NamespaceId'), properties.at('DnsConfig', 'NamespaceId')].map((value) => value.resource()).find((resource) => resource !== undefined && !(resource instanceof Unknown));
  const domain = namespace instanceof Unknown ? undefined : namespace?.properties.get('Name').text();
  return typeof name === 'string' && typeof domain === 'string' ? `${name}.${domain}` : undefined;
}
