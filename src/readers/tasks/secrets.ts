import { readKey } from '../permissions/keys';
import { readJsonKeys } from './secret-values';
import type { App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import { Reference } from '../../cloudformation/resolved';
import type { Resource } from '../../cloudformation/template';
import type { TextPiece } from '../../cloudformation/text-pieces';
import type { Value } from '../../cloudformation/value';
import { keyOf, required, resourceIn } from '../../cloudformation/value-helpers';
import type { SecretFacts } from '../../facts/container';
import { Unknown, type Fact } from '../../facts/fact';
import { HOLE } from '../../facts/image';
import { textWithHoles } from '../text-with-holes';

const PARAMETER = 'AWS::SSM::Parameter';
const SECRETS = ['AWS::SecretsManager::Secret', 'AWS::SecretsManager::SecretTargetAttachment'];

// The secret that RDS makes for ManageMasterUserPassword.
const MANAGED = 'MasterUserSecret.SecretArn';

/** A secret of a container. */
export function readSecret(secret: Value): SecretFacts {
  return readSecretFrom(required(secret.get('Name').text()), secret.get('ValueFrom'));
}

/** A secret that a property refers to. */
export function readSecretFrom(name: Fact<string>, from: Value): SecretFacts {
  return {
    name,
    valueFrom: required(from.text()),
    reference: readReference(from),
    ids: readIds(from),
    isNameOfSecret: readIsName(from),
    jsonKeys: readKeys(from),
    parameterText: readParameterText(from),
    rotates: readRotation(from),
    encryptionKey: readSecretKey(from),
  };
}

function readIsName(from: Value): Fact<boolean> {
  const text = from.text();
  if (typeof text !== 'string' || text.startsWith('arn:')) return false;
  const names = (type: string): readonly Fact<string | undefined>[] => from.app.ofType(type).map(({ properties }) => properties.get('Name').text());
  return names('AWS::SecretsManager::Secret').includes(text) && !names(PARAMETER).includes(text);
}

function readIds(from: Value): Fact<readonly string[]> {
  const reference = from.pieces().find((piece) => piece instanceof Reference);
  if (reference?.resource.type === PARAMETER) return [keyOf(reference.resource)];
  if (reference) return isSecret(reference) ? [reference.resource, ...sameSecrets(secretBehind(reference.resource))].map(keyOf) : new Unknown('the secret is not in this app');
  const text = readReference(from);
  if (typeof text !== 'string') return text;
  if (!text.startsWith('arn:')) return [`${HOLE}:parameter/${text.replace(/^\//, '')}`];
  // arn:<partition>:secretsmanager:<region>:<account>:secret:<name>, and a key of JSON, a stage and a version behind it
  return [text.includes(':secretsmanager:') ? text.split(':').slice(0, 7).join(':') : text];
}

function readKeys(from: Value): SecretFacts['jsonKeys'] {
  const reference = from.pieces().find((piece) => piece instanceof Reference);
  if (reference?.resource.type !== 'AWS::SecretsManager::Secret' || !isSecret(reference)) return new Unknown('the secret is not in this app');
  // An attachment adds the address of the database, and a rotation may write anything.
  const isChanged = sameSecrets(reference.resource).length > 1 || rotating(reference.resource.template.app).has(reference.resource);
  return isChanged ? new Unknown('other resources of the app write to the secret') : readJsonKeys(reference.resource);
}

function readParameterText(from: Value): Fact<string> {
  const reference = from.pieces().find((piece) => piece instanceof Reference);
  const parameter = reference?.resource ?? parameterNamed(from);
  return parameter?.type === PARAMETER ? textWithHoles(parameter.properties.get('Value')) : new Unknown('the parameter is not in this app');
}

function parameterNamed(from: Value): Resource | undefined {
  const text = readReference(from);
  if (typeof text !== 'string' || !isParameter(text)) return undefined;
  return parametersByName(from.app).get(text.replace(/^arn:.*:parameter(?=\/)/s, ''));
}

const parametersByName = memoize((app: App): ReadonlyMap<unknown, Resource> =>
  new Map(app.ofType(PARAMETER).map((parameter) => [parameter.properties.get('Name').text(), parameter])));

/** A secret and its attachments: a policy may name either. */
function sameSecrets(secret: Resource): readonly Resource[] {
  const attachments = secret.template.app.ofType('AWS::SecretsManager::SecretTargetAttachment');
  return [secret, ...attachments.filter((attachment) => secretBehind(attachment) === secret)];
}

function readSecretKey(from: Value): SecretFacts['encryptionKey'] {
  const reference = from.pieces().find((piece) => piece instanceof Reference);
  if (reference === undefined) return new Unknown('the secret is not in this app');
  // A parameter that CloudFormation makes is not encrypted.
  if (reference.resource.type === PARAMETER) return undefined;
  const secret = isSecret(reference) && reference.attribute !== MANAGED ? secretBehind(reference.resource) : undefined;
  return secret?.type === 'AWS::SecretsManager::Secret' ? readKey(secret.properties.get('KmsKeyId')) : new Unknown('the secret is not in this app');
}

function readReference(from: Value): Fact<string> {
  const pieces = from.pieces();
  const [only] = pieces;
  if (only === undefined) return required(from.text());
  if (pieces.length === 1 && only instanceof Unknown) return only;
  const text = pieces.map(textOf).join('');
  return text.includes('{{resolve:') ? new Unknown('a dynamic reference') : text;
}

function textOf(piece: TextPiece): string {
  if (typeof piece === 'string') return piece;
  // A Ref of a parameter is its name.
  if (piece instanceof Reference && piece.resource.type === PARAMETER && piece.attribute === undefined) return piece.resource.logicalId;
  return piece instanceof Reference && isSecret(piece) ? `arn:${HOLE}:secretsmanager:${HOLE}:${HOLE}:secret:${piece.resource.logicalId}` : HOLE;
}

function isSecret({ resource, attribute }: Reference): boolean {
  return attribute === MANAGED || (SECRETS.includes(resource.type) && (attribute === undefined || attribute === 'Id'));
}

function readRotation(from: Value): Fact<boolean> {
  const reference = from.pieces().find((piece) => piece instanceof Reference);
  if (reference === undefined) return isParameter(readReference(from)) ? false : new Unknown('the secret is not in this app');
  const { resource, attribute } = reference;
  if (attribute === MANAGED) return true;
  if (resource.type === PARAMETER) return false;
  return isSecret(reference) ? rotating(resource.template.app).has(secretBehind(resource)) : new Unknown('the secret is not in this app');
}

function isParameter(text: Fact<string>): boolean {
  return typeof text === 'string' && (!text.startsWith('arn:') || text.includes(':ssm:'));
}

const rotating = memoize((app: App): ReadonlySet<Resource> => new Set(app.ofType('AWS::SecretsManager::RotationSchedule')
  .map(({ properties }) => resourceIn(properties.get('SecretId'), ...SECRETS))
  .filter((secret) => secret !== undefined)
  .map(secretBehind)));

/** The CDK refers to a secret that belongs to a database by its attachment. */
function secretBehind(resource: Resource): Resource {
  const isAttachment = resource.type === 'AWS::SecretsManager::SecretTargetAttachment';
  return (isAttachment && resourceIn(resource.properties.get('SecretId'), 'AWS::SecretsManager::Secret')) || resource;
}
