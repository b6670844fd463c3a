import { statementsIn } from '../permissions/policy-statements';
import type { Resource } from '../../cloudformation/template';
import type { Value } from '../../cloudformation/value';
import { anyOf, list, outside, resourceIn } from '../../cloudformation/value-helpers';
import type { DiskFacts } from '../../facts/capacity';
import { Unknown, type Fact } from '../../facts/fact';

/** The disks that a launch template or a launch configuration names. */
export function readDisks(mappings: Value): Fact<readonly DiskFacts[]> {
  return list(mappings, (mapping) => ({
    device: mapping.get('DeviceName').text(),
    sizeGiB: mapping.at('Ebs', 'VolumeSize').number(),
    keyServes: readKeyServes(mapping.at('Ebs', 'KmsKeyId')),
  }));
}

function readKeyServes(written: Value): Fact<boolean> {
  if (written.isSet() === false) return true;
  const alias = resourceIn(written, 'AWS::KMS::Alias');
  const key = resourceIn(alias ? alias.properties.get('TargetKeyId') : written, 'AWS::KMS::Key');
  return key ? admitsAutoScaling(key) : new Unknown(outside(written));
}

function admitsAutoScaling({ properties }: Resource): Fact<boolean> {
  const policy = properties.get('KeyPolicy').document();
  const statements = policy instanceof Unknown ? policy : statementsIn(policy);
  if (statements instanceof Unknown) return statements;
  return anyOf(statements.filter((statement) => statement.get('Effect').text() !== 'Deny').map((statement) => {
    const principal = statement.get('Principal');
    if (principal.text() === '*') return true;
    const named = principal.get('AWS');
    const items = named.items();
    return anyOf((items instanceof Unknown ? [named] : items).map(isAutoScaling));
  }));
}

// The account leaves it to the policies of its roles, and the service-linked role has none for keys.
function isAutoScaling(principal: Value): Fact<boolean> {
  const text = principal.pieces().map((piece) => typeof piece === 'string' ? piece : '<>').join('');
  if (text === '*' || /AWSServiceRoleForAutoScaling/.test(text)) return true;
  return /:root$|^\d{12}$|:(role|user)\/(?!<>)/.test(text) || resourceIn(principal, 'AWS::IAM::Role', 'AWS::IAM::User') !== undefined
    ? false : new Unknown('the policy of the key names others than this app shows');
}
