import { readArn } from './arns';
import { statementsIn } from './policy-statements';
import { textWithHoles } from '../text-with-holes';
import { Reference } from '../../cloudformation/resolved';
import type { TextPiece } from '../../cloudformation/text-pieces';
import type { Value } from '../../cloudformation/value';
import { identity, keyOf, oneOrMore, orDefault } from '../../cloudformation/value-helpers';
import { Unknown, type Fact } from '../../facts/fact';
import { HOLE } from '../../facts/image';
import type { StatementFacts } from '../../facts/role';

/** The statements of a policy of IAM. */
export function readStatements(policy: Value): Fact<readonly StatementFacts[]> {
  const document = policy.document();
  const statements = document instanceof Unknown ? document : statementsIn(document);
  return statements instanceof Unknown ? statements : statements.map(readStatement);
}

function readStatement(statement: Value): StatementFacts {
  const isExcept = statement.get('NotAction').isSet() !== false;
  const isForOthers = statement.get('NotResource').isSet() !== false;
  const resource = statement.get(isForOthers ? 'NotResource' : 'Resource');
  const condition = statement.get('Condition');
  return {
    effect: orDefault(statement.get('Effect').word('Allow', 'Deny'), 'Allow'),
    actions: isExcept ? new Unknown('all actions but a few') : oneOrMore(statement.get('Action')),
    exceptActions: isExcept ? oneOrMore(statement.get('NotAction')) : undefined,
    resources: isForOthers ? new Unknown('all resources but a few') : arns(resource),
    ...isForOthers ? {} : readResources(resource),
    arns: oneByOne(resource).map(readArn),
    isForOtherResources: isForOthers,
    condition: readCondition(condition),
    passedTo: readKey(condition, 'iam:passedtoservice'),
    inClusters: readClusters(condition),
    viaServices: readKey(condition, 'kms:viaservice', (value) => oneByOne(value).map(textWithHoles)),
  };
}

function oneByOne(value: Value): readonly Value[] {
  const items = value.items();
  return items instanceof Unknown ? [value] : items;
}

function readResources(value: Value): Pick<StatementFacts, 'resourceIds' | 'resourceEnds' | 'mentions'> {
  const resources = oneByOne(value);
  const pieces = resources.map((resource) => resource.pieces());
  return {
    resourceIds: resources.map((resource, index) => partOfSecret(pieces[index]) ?? identity(resource)),
    resourceEnds: pieces.map((all) => all.at(-1)).map((end) => typeof end === 'string' ? end : undefined),
    mentions: pieces.map(mentionedIn),
  };
}

function mentionedIn(pieces: readonly TextPiece[]): readonly string[] {
  if (partOfSecret(pieces) !== undefined) return [];
  return pieces.flatMap((piece) => piece instanceof Reference ? [keyOf(piece.resource)] : []);
}

/** The key of a secret with something else behind it, as in `valueFrom`: such an ARN names no secret. */
function partOfSecret(pieces: readonly TextPiece[]): string | undefined {
  const [secret, end, ...others] = pieces.filter((piece) => piece !== '');
  const isSecret = secret instanceof Reference && secret.resource.type === 'AWS::SecretsManager::Secret' && secret.attribute !== 'Arn';
  return isSecret && typeof end === 'string' && end.startsWith(':') && !end.includes('*') && others.length === 0 ? `${keyOf(secret.resource)}${end}` : undefined;
}

/** The values of a condition on a key, whose operators all compare texts. */
function readKey(
  condition: Value, wanted: string, read: (value: Value) => readonly Fact<string>[] = oneOrMore,
): Fact<readonly Fact<string>[]> | undefined {
  const operators = condition.entries();
  if (operators instanceof Unknown) return operators;
  for (const [operator, keys] of operators) {
    const named = keys.entries();
    if (named instanceof Unknown) return named;
    if (!/^String(Equals|EqualsIgnoreCase|Like)(IfExists)?$/.test(operator)) continue;
    const [, services] = named.find(([key]) => key.toLowerCase() === wanted) ?? [];
    if (services) return read(services);
  }
  return undefined;
}

/** The clusters of a condition on `ecs:cluster`. */
function readClusters(condition: Value): StatementFacts['inClusters'] {
  const operators = condition.entries();
  if (operators instanceof Unknown) return [operators];
  const keys = operators.filter(([operator]) => /^(Arn|String)(Equals|Like)(IfExists)?$/.test(operator)).map(([, each]) => each.entries());
  const clusters = keys.flatMap((each) => each instanceof Unknown ? [] : each).find(([key]) => key.toLowerCase() === 'ecs:cluster');
  return clusters && oneByOne(clusters[1]).map(clusterIn);
}

/** An ARN that contains the name of a cluster of the app is that of the cluster, and the name alone is none. */
function clusterIn(value: Value): Fact<string> {
  const pieces = value.pieces();
  const reference = pieces.find((piece) => piece instanceof Reference);
  if (!reference) return identity(value);
  return pieces.length === 1 && reference.attribute === undefined ? `name of ${reference.resource.logicalId}` : keyOf(reference.resource);
}

// Calls with the credentials of a role come from no other service, and without a second factor.
const NEVER_SET = ['aws:sourcearn', 'aws:sourceaccount', 'aws:multifactorauthage'];

function readCondition(condition: Value): StatementFacts['condition'] {
  const operators = condition.entries();
  if (operators instanceof Unknown) return 'open';
  const isNeverMet = operators.some(([operator, keys]) => {
    const named = keys.entries();
    if (named instanceof Unknown || !/^(String|Arn|Numeric|Bool)(?!Not)\w*(?<!IfExists)$/.test(operator)) return false;
    return named.some(([key, value]) => NEVER_SET.includes(key.toLowerCase()) || (key.toLowerCase() === 'aws:multifactorauthpresent' && value.flag() === true));
  });
  return isNeverMet ? 'never-met' : operators.length > 0 ? 'open' : undefined;
}

/** ARNs of resources, with a `HOLE` for what only the deployment knows. An attribute of a resource is one, and never the wildcard. */
function arns(value: Value): Fact<readonly Fact<string>[]> {
  return oneByOne(value).map(arnOf);
}

function arnOf(value: Value): Fact<string> {
  const pieces = value.pieces();
  return pieces.length === 1 && pieces[0] instanceof Reference ? HOLE : textWithHoles(value);
}
