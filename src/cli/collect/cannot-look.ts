import { CallFailed } from './call-failed';
import { nearest } from '../../text/nearest';
import { CannotLook } from '../verb';

/** Mistakes that the user has to correct before anything can be read. */
export function noCredentials(error: unknown, kind: 'credentials' | 'expired', region: string, profile?: string): CannotLook {
  const name = error instanceof Error ? error.name : '';
  if (kind === 'expired') return new CannotLook(`the AWS session has expired (${name}): sign in again, with 'aws sso login' or 'aws login' for example`);
  if (name === 'CredentialsProviderError') {
    if (profile) return new CannotLook(`no AWS credentials in profile '${profile}': sign in; 'aws configure list-profiles' shows which profiles there are`);
    return new CannotLook("no AWS credentials: sign in, set AWS_PROFILE or --profile; 'aws sts get-caller-identity' shows who you are");
  }
  return new CannotLook(`AWS doesn't accept these credentials in ${region} (${name}): are they whole, and is the region enabled for the account?`);
}

export function noRegion(): CannotLook {
  return new CannotLook('no region: set --region or AWS_REGION');
}

/** A call failed without which nothing can be read. */
export function without(error: unknown, region: string): unknown {
  if (!(error instanceof CallFailed)) return error;
  if (error.kind === 'unreachable') return new CannotLook(`${error.message}: is '${region}' a region, and is there a network?`);
  if (error.kind === 'denied') return new CannotLook(`${error.message}; --print-policy prints all that the doctor may need`);
  return new CannotLook(error.message);
}

/** Something that the user named isn't there. */
export function notThere(what: 'cluster' | 'service', name: string, where: string, names: readonly string[]): CannotLook {
  const close = nearest(name, names, 3);
  const guess = names.includes(name.split('/').at(-1)!) ? 'ECS lists it, so it was just created or deleted; run again' : close.length > 0 ? `did you mean ${close.join(' or ')}?` : known(names);
  return new CannotLook(`there is no ${what} '${name}' in ${where}: ${guess}`);
}

function known(names: readonly string[]): string {
  if (names.length === 0) return 'there is none';
  const shown = names.slice(0, 5).join(', ');
  return names.length > 5 ? `there are ${shown} and ${names.length - 5} more` : `there ${names.length === 1 ? 'is' : 'are'} ${shown}`;
}
