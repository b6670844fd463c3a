import { nameOf, readArn } from './arns';
import { statementsIn } from './policy-statements';
import { admits, type PurposeCondition } from './service-principals';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { keyOf, outside, resourceIn } from '../../cloudformation/value-helpers';
import { namesArn } from '../../facts/arn';
import type { SecretKeyFacts } from '../../facts/container';
import { Unknown, type Fact } from '../../facts/fact';
import { HOLE } from '../../facts/image';

/** The key that a property names: of the app, or one of which nothing is known; `undefined`: the property is left out. */
export function readKey(written: Value): Fact<SecretKeyFacts | undefined> {
  const isSet = written.isSet();
  if (isSet !== true) return isSet || undefined;
  const key = keyIn(written);
  if (!key) return isAwsManaged(written) ? undefined : new Unknown(outside(written));
  return { id: keyOf(key), policyRoles: readPolicyRoles(key) };
}

/** True if CloudWatch Logs may use the key of a log group for it, or the group has none. */
export function readServesLogs(group: Resource): Fact<boolean> {
  const written = group.properties.get('KmsKeyId');
  const isSet = written.isSet();
  if (isSet !== true) return isSet instanceof Unknown ? isSet : true;
  const key = keyIn(written);
  if (!key) return new Unknown(outside(written));
  return admits(key.properties.get('KeyPolicy'), 'logs.amazonaws.com', ['kms:Decrypt', 'kms:GenerateDataKey'], forGroup(group));
}

// CloudWatch Logs calls KMS with the ARN of the group, without the wildcard that GetAtt puts behind it.
function forGroup(group: Resource): PurposeCondition {
  const arn = `arn:${HOLE}:logs:${HOLE}:${HOLE}:log-group:${nameOf(group)}`;
  return {
    key: 'kms:encryptioncontext:aws:logs:arn',
    mayBe: (value) => {
      const pattern = readArn(value);
      return pattern instanceof Unknown || [arn, `${arn}:*`].some((each) => namesArn(pattern, each) !== false);
    },
  };
}

/** The key of the app that a property names, by itself or by an alias. */
export function keyIn(written: Value): Resource | undefined {
  const alias = resourceIn(written, 'AWS::KMS::Alias');
  return resourceIn(alias ? alias.properties.get('TargetKeyId') : written, 'AWS::KMS::Key');
}

function isAwsManaged(written: Value): boolean {
  const name = written.text();
  return typeof name === 'string' && /(^|:)alias\/aws\//.test(name);
}

function readPolicyRoles(key: Resource): Fact<readonly string[]> {
  const policy = key.properties.get('KeyPolicy').document();
  if (policy instanceof Unknown) return policy;
  const statements = statementsIn(policy);
  if (statements instanceof Unknown) return statements;
  const roles: string[] = [];
  for (const statement of statements) {
    if (statement.get('Effect').text() === 'Deny') continue;
    const principals = principalsOf(statement.get('Principal'));
    if (principals instanceof Unknown) return principals;
    for (const principal of principals) {
      const role = resourceIn(principal, 'AWS::IAM::Role');
      if (role) roles.push(keyOf(role));
      else if (!isAccount(principal)) return new Unknown('the policy of the key names others than this app shows');
    }
  }
  return roles;
}

function principalsOf(principal: Value): Fact<readonly Value[]> {
  if (typeof principal.text() === 'string') return [principal];
  // A service acts for itself, never for a role.
  const aws = principal.get('AWS');
  if (aws.isSet() === false) return principal.get('Federated').isSet() === false ? [] : new Unknown('the policy of the key names an identity provider');
  const items = aws.items();
  return items instanceof Unknown ? [aws] : items;
}

// arn:<partition>:iam::<account>:root, or the number of the account: the policies of its roles decide then.
function isAccount(principal: Value): boolean {
  const text = principal.pieces().map((piece) => typeof piece === 'string' ? piece : '<>').join('');
  return /:iam::[^:]*:root$/.test(text) || /^\d{12}$/.test(text) || isAccountId(principal.json);
}

function isAccountId(json: unknown): boolean {
  return typeof json === 'object' && json !== null && (json as Readonly<Record<string, unknown>>).Ref === 'AWS::AccountId';
}
