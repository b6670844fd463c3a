import { nameOf, textOfArn } from '../permissions/arns';
import type { App } from '../../cloudformation/app';
import { memoize } from '../../cloudformation/memoize';
import { Reference } from '../../cloudformation/resolved';
import type { Resource } from '../../cloudformation/template';
import type { TextPiece } from '../../cloudformation/text-pieces';
import type { Value } from '../../cloudformation/value';
import { Unknown, type Fact } from '../../facts/fact';
import { HOLE, type ImageRepositoryFacts } from '../../facts/image';

const REPOSITORY = 'AWS::ECR::Repository';

/** The repository of ECR that an image is pulled from; `undefined`: its address is not one of ECR. */
export function readImageRepository(image: Value): Fact<ImageRepositoryFacts | undefined> {
  const text = image.pieces().map(textOfAddress).join('');
  const [, account, region, rest] = ECR.exec(text) ?? [];
  if (rest === undefined) return text.includes(HOLE) ? new Unknown('the registry of the image is known when the stack is deployed') : undefined;
  const own = repositoryOf(image);
  const [name] = own ? [nameOf(own)] : NAME.exec(rest)!;
  return {
    arn: `arn:${HOLE}:ecr:${region || HOLE}:${account.includes(HOLE) ? HOLE : account}:repository/${name}`,
    isCache: cachePrefixes(image.app).some((prefix) => name.startsWith(`${prefix}/`)),
    hasPolicy: own ? own.properties.get('RepositoryPolicyText').isSet() : new Unknown('the repository is not in this app'),
  };
}

/** The repository of the app that an image refers to, or names in an address of ECR. */
export function repositoryOf(image: Value): Resource | undefined {
  const pieces = image.pieces();
  const referred = pieces.find((piece) => piece instanceof Reference && piece.resource.type === REPOSITORY);
  if (referred instanceof Reference) return referred.resource;
  const last = pieces.at(-1);
  const name = typeof last === 'string' ? ADDRESS.exec(last)?.[1] : undefined;
  const named = name === undefined ? [] : image.app.ofType(REPOSITORY).filter(({ properties }) => properties.get('RepositoryName').text() === name);
  return named.find(({ template }) => template === image.template) ?? named[0];
}

const cachePrefixes = memoize((app: App): readonly string[] => app.ofType('AWS::ECR::PullThroughCacheRule').flatMap(({ properties }) => {
  const prefix = properties.get('EcrRepositoryPrefix').text();
  return typeof prefix === 'string' ? [prefix] : [];
}));

function textOfAddress(piece: TextPiece): string {
  const isAddress = piece instanceof Reference && piece.resource.type === REPOSITORY && piece.attribute === 'RepositoryUri';
  return isAddress ? `${HOLE}.dkr.ecr.${HOLE}.${HOLE}/${nameOf(piece.resource)}` : textOfArn(piece);
}

// <account>.dkr.ecr[-fips].<region>.<suffix>/<name>, or the dual-stack <account>.dkr-ecr.<region>.on.aws/<name>
const ECR = /^([^/]*?)\.dkr[.-]ecr(?:-fips)?\.([^./]*)[^/]*\/(.+)$/;
const NAME = /^[^:@]*/;

// The end of <account>.dkr.ecr.<region>.amazonaws.com/<name>:<tag>, of which the deployment may know the beginning.
const ADDRESS = /(?:^|\.)(?:amazonaws\.com(?:\.cn)?|on\.aws)\/([^:@]+)(?:[:@]|$)/;
