import { Unknown, type Fact } from './fact';

/** The repository of ECR that an image is pulled from. */
export interface ImageRepositoryFacts {
  /** With a `HOLE` for what only the deployment knows, and a marked name for a repository of the app. */
  readonly arn: string;
  /** True if the repository has a policy of its own, which may allow the pull. */
  readonly hasPolicy: Fact<boolean>;
  /** True if a pull-through cache of the app fills it. */
  readonly isCache: boolean;
}

/** The image of a container, as far as its text can be read: a registry may be known by the deployment only, the tag not. */
export interface ImageFacts {
  readonly reference: Fact<string>;
  /** `undefined`: no tag, which is `latest`. */
  readonly tag: Fact<string | undefined>;
  readonly digest: Fact<string | undefined>;
  readonly inPrivateEcr: Fact<boolean>;
  /** `undefined`: it is not in private ECR. */
  readonly repository: Fact<ImageRepositoryFacts | undefined>;
  /** True if its registry answers over IPv4 alone. */
  readonly isIpv4Only: Fact<boolean>;
  /** Platform that the CDK builds it for, as in `linux/arm64`; `undefined`: the CDK does not build it. */
  readonly platform: Fact<string | undefined>;
}

/** Stands for a part of a text that only the deployment knows. */
export const HOLE = '\u0000';

/** Stands for a part of a name that CloudFormation makes up, which is letters, digits and hyphens. */
export const MADE_UP = '\u0003';

/** Facts of an image of which nothing is known. */
export function unknownImage(unknown: Unknown): ImageFacts {
  return { reference: unknown, tag: unknown, digest: unknown, inPrivateEcr: unknown, repository: unknown, isIpv4Only: unknown, platform: unknown };
}

/** Reads an image reference; `HOLE`s in it make unknown what they touch, and nothing else. */
export function imageFacts(reference: Fact<string>): ImageFacts {
  if (reference instanceof Unknown) return unknownImage(reference);
  const unknown = new Unknown('the image is known only at deployment');
  const [nameAndTag, digest] = splitAt(reference, reference.indexOf('@'));
  const lastPart = nameAndTag.slice(nameAndTag.lastIndexOf('/') + 1);
  const [name, tag] = splitAt(lastPart, lastPart.indexOf(':'));
  // Up to a port, which ECR has none of.
  const registry = nameAndTag.split(/[/:]/)[0];
  const inPrivateEcr = PRIVATE_ECR.test(registry) || (registry.includes(HOLE) ? unknown : false);
  return {
    reference: reference.includes(HOLE) ? unknown : reference,
    tag: (tag ?? name).includes(HOLE) ? unknown : tag,
    digest: digest === undefined && (tag ?? name).includes(HOLE) ? unknown : digest,
    inPrivateEcr,
    repository: inPrivateEcr === false ? undefined : unknown,
    isIpv4Only: IPV4_ONLY.test(registry) || (DUAL_STACK.test(registry) ? false : UNKNOWN_REGISTRY),
    platform: undefined,
  };
}

// <account>.dkr.ecr[-fips].<region>.<suffix>, or the dual-stack <account>.dkr-ecr.<region>.on.aws
const PRIVATE_ECR = /\.dkr[.-]ecr[.-]/;
const IPV4_ONLY = /\.dkr\.ecr[.-]|^public\.ecr\.aws$/;
const UNKNOWN_REGISTRY = new Unknown('whether its registry answers over IPv6 is not known here');
const DUAL_STACK = /\.dkr-ecr[.-]|^ecr-public\.aws\.com$/;

function splitAt(text: string, index: number): [string, string | undefined] {
  return index < 0 ? [text, undefined] : [text.slice(0, index), text.slice(index + 1)];
}
