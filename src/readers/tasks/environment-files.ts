import { readKey } from '../permissions/keys';
import { Reference } from '../../cloudformation/resolved';
import type { Resource } from '../../cloudformation/template';
import type { TextPiece } from '../../cloudformation/text-pieces';
import type { Value } from '../../cloudformation/value';
import { required } from '../../cloudformation/value-helpers';
import type { SecretKeyFacts } from '../../facts/container';
import { Unknown, type Fact } from '../../facts/fact';
import { HOLE } from '../../facts/image';

const BUCKET = 'AWS::S3::Bucket';

/** The ARN of an environment file, with a `HOLE` for what only the deployment knows. */
export function readFileArn(file: Value): Fact<string> {
  const pieces = file.pieces();
  const [only] = pieces;
  if (only === undefined) return required(file.text());
  if (pieces.length === 1 && only instanceof Unknown) return only;
  return pieces.map(textOf).join('');
}

/** The keys of the app that encrypt the buckets of environment files, each once. */
export function readBucketKeys(files: Value): Fact<readonly SecretKeyFacts[]> {
  const items = files.items();
  if (items instanceof Unknown) return items;
  const keys = [...new Set(items.flatMap((file) => bucketIn(file.get('Value')) ?? []))].map(readBucketKey);
  return keys.find((key) => key instanceof Unknown) as Unknown | undefined ?? keys.filter((key) => key !== undefined) as readonly SecretKeyFacts[];
}

function textOf(piece: TextPiece): string {
  if (typeof piece === 'string') return piece;
  return piece instanceof Reference && piece.resource.type === BUCKET && piece.attribute === 'Arn' ? `arn:${HOLE}:s3:::${HOLE}` : HOLE;
}

function bucketIn(file: Value): Resource | undefined {
  const pieces = file.pieces();
  const referred = pieces.find((piece) => piece instanceof Reference && piece.resource.type === BUCKET);
  if (referred instanceof Reference) return referred.resource;
  const name = /^arn:[^:]*:s3:::([^/]+)\//.exec(pieces.map(textOf).join(''))?.[1];
  return name === undefined ? undefined : file.app.ofType(BUCKET).find(({ properties }) => properties.get('BucketName').text() === name);
}

function readBucketKey({ properties }: Resource): Fact<SecretKeyFacts | undefined> {
  const rules = properties.at('BucketEncryption', 'ServerSideEncryptionConfiguration').items();
  if (rules instanceof Unknown) return rules;
  return rules.length === 0 ? undefined : readKey(rules[0].at('ServerSideEncryptionByDefault', 'KMSMasterKeyID'));
}
