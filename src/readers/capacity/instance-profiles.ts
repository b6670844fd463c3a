import { Reference } from '../../cloudformation/resolved';
import type { Value } from '../../cloudformation/value';
import type { ProfileMistake } from '../../facts/capacity';
import { Unknown, type Fact } from '../../facts/fact';

/** Mistake in how a launch template or a launch configuration names the profile of its instances. */
export function readProfileMistake(profile: Value): Fact<ProfileMistake | undefined> {
  // A launch configuration takes either as one text.
  if (profile.pieces().length > 0) return mistakeIn(profile, 'either');
  const [arn, name] = [profile.get('Arn'), profile.get('Name')];
  const [hasArn, hasName] = [arn.isSet(), name.isSet()];
  if (hasArn === true && hasName === true) return 'both';
  if (hasArn === true) return mistakeIn(arn, 'arn');
  if (hasName === true) return mistakeIn(name, 'name');
  return profile.isSet() === false ? undefined : new Unknown('the profile is known when the stack is deployed');
}

function mistakeIn(written: Value, kind: 'arn' | 'name' | 'either'): Fact<ProfileMistake | undefined> {
  const [piece] = written.pieces();
  if (piece === undefined || piece instanceof Unknown) return piece ?? new Unknown('the profile is known when the stack is deployed');
  const isReference = piece instanceof Reference;
  if (isReference ? piece.resource.type === 'AWS::IAM::Role' : /^arn:[^:]*:iam::\d*:role\//.test(piece)) return 'role';
  const isArn = isReference ? piece.attribute === 'Arn' : piece.startsWith('arn:');
  if (kind === 'arn' && !isArn) return 'name-as-arn';
  return kind === 'name' && isArn ? 'arn-as-name' : undefined;
}
