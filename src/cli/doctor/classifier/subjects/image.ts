import { BAD_CERTIFICATE, DEVICE_MAPPER, FAULT_OF_THEIRS, NO_ANSWER, NO_SPACE, NO_SUCH_HOST, NOT_THERE, REFUSED, TOO_MANY } from '../causes';
import { BROKEN_STORAGE, fullDisk, noNameOf, noReason, noTrustIn, noWayTo } from '../common';
import { actionIn } from '../denied';
import type { FailureText } from '../failure-text';
import type { Meaning, Subject } from '../meaning';

const WRONG_PLATFORM: Meaning = {
  id: 'td-arch-mismatch',
  means: 'have an image for another CPU architecture or operating system',
  fix: 'build the image for the platform of runtimePlatform, or change that',
};
export const NO_IMAGE = {
  id: 'dpl-image-gone',
  why: 'ECS starts no task without its image: the tag or digest was never pushed, or it has expired or was deleted.',
  fix: 'push the image, or deploy one that is there',
};

/** The image of a container. */
export const IMAGE: Subject = {
  is: /cannot ?pull|pull image|image manifest|image reference|can't pull the image|cannot pull .* from the .* re(?:gistry|pository)|failed to resolve ref|failed to copy|pull command failed|pulling image|toomanyrequests|pull access denied|no matching manifest/i,
  causes: [
    { when: /(?:matching|for) platform|incompatible with a .*host|no matching manifest|exec format error|cannot be used on this platform|no match for platform|does not match the (?:operating system|host)/i, meaning: WRONG_PLATFORM },
    { when: NO_SPACE, meaning: fullDisk },
    // AWS cuts its texts, here before the reason: a layer that can't be written has no room.
    { when: /(?:extract|register|apply) ?layer .*: write \S*$/i, meaning: fullDisk },
    { when: DEVICE_MAPPER, meaning: BROKEN_STORAGE },
    { when: TOO_MANY, meaning: overTheLimit },
    { when: /nil pointer dereference/i, meaning: { ...noWayTo('the layers of their image'), fix: 'let the tasks reach S3, where ECR keeps layers: by NAT, or a gateway endpoint for S3 in their route table and their security group' } },
    {
      when: ({ text, words }) => /starport-layer-bucket/i.test(text) && REFUSED.test(words),
      meaning: {
        id: 'net-endpoint-sg-or-partial',
        means: 'may not read the layers of their image from S3',
        why: 'ECR keeps layers in a bucket of AWS: the policy of a gateway endpoint for S3 has to allow it.',
        fix: 'allow s3:GetObject on arn:aws:s3:::prod-<region>-starport-layer-bucket/* in the policy of the VPC endpoint for S3',
      },
    },
    { when: BAD_CERTIFICATE, meaning: noTrustIn('the registry of their image') },
    {
      when: /upstream/i,
      meaning: {
        id: 'td-private-registry-credentials',
        means: 'get no image through the pull-through cache of ECR',
        why: 'ECR pulls an image that it does not have yet from the upstream registry, with the secret of the pull-through cache rule.',
        fix: 'correct the user name and token in the secret ecr-pullthroughcache/… of the rule, and the name of the image in the upstream registry',
      },
    },
    {
      when: /corrupted|unexpected commit (?:digest|size)|size validation|verification failed|decompress|extract layer.*eof|mismatched image rootfs|invalid (?:deflate|tar)/i,
      meaning: { ...noReason('can\'t unpack their image', ''), means: 'have an image with a damaged layer', fix: 'deploy again; if it stays, push the image again under a new tag, and remove the layer from the instances: docker system prune' },
    },
    { when: NO_SUCH_HOST, meaning: noNameOf('the registry of their image') },
    { when: NO_ANSWER, meaning: noWayTo('the registry of their image') },
    { when: /invalid reference format|normalize image reference|could not parse|invalid tag/i, meaning: { ...NO_IMAGE, means: 'name their image in a form that is no reference', fix: 'correct the image in the task definition: registry/repository:tag, in lower case' } },
    { when: /role has the permissions/i, meaning: mayNotPull },
    { when: REFUSED, meaning: mayNotPull },
    { when: NOT_THERE, meaning: { ...NO_IMAGE, means: 'find no image by their tag or digest' } },
    { when: FAULT_OF_THEIRS, meaning: { ...noReason('can\'t pull their image', ''), means: 'can\'t pull their image, since the registry answers with a fault of its own', fix: 'deploy again later, or keep a copy of the image in ECR' } },
    {
      when: /mapped to a host id|chown .*invalid argument|userns/i,
      meaning: { ...noReason('can\'t unpack their image', ''), means: 'have an image with a user or group id that is too high', fix: 'build the image again with ids of users and groups below 65536' },
    },
    {
      when: /failed to (?:unpack|extract)|stream processor|unsupported media|is no longer supported/i,
      meaning: { ...noReason('can\'t unpack their image', ''), means: 'have an image that can\'t be unpacked', fix: 'build the image again with layers of gzip or zstd, and without attestations: docker buildx build --provenance=false' },
    },
  ],
  otherwise: noReason('can\'t pull their image', 'the registry may not be reached, may have refused the execution role, or may not have the image'),
};

/** The registry that a text names. Images without a host are those of Docker Hub. */
function registryIn({ text }: FailureText): string {
  if (/\.dkr\.ecr[.-]|\becr:|role has the permissions|ecr credentials/i.test(text)) return 'ECR';
  if (/public\.ecr\.aws/i.test(text)) return 'ECR Public';
  // Images without a host are those of Docker Hub; where no image is named, it is most likely one in ECR.
  if (!/[\w.-]+\/[\w.-]+/.test(text) && !/docker|toomanyrequests|pull rate/i.test(text.replace(/docker login|daemon/gi, ''))) return 'ECR';
  const host = /\b((?:[a-z0-9-]+\.)+[a-z]{2,})(?::\d+)?\/(?!\/)/i.exec(text)?.[1];
  // Those are the words of ECR.
  if (host === undefined && /rate exceeded/i.test(text)) return 'their registry';
  return host === undefined || /docker\.(?:io|com)$/i.test(host) ? 'Docker Hub' : host;
}

function overTheLimit(failure: FailureText): Meaning {
  const registry = registryIn(failure);
  return {
    id: 'ops-pull-rate-limit',
    means: `are over the pull limit of ${registry}`,
    ...registry === 'Docker Hub' ? {} : { why: `${registry} limits how many requests it answers, and ECS asks without signing in unless repositoryCredentials are set.` },
    ...registry === 'ECR Public' ? { fix: 'pull through a cache in ECR, or keep a copy in a private repository: ECR Public counts pulls without sign-in' } : {},
  };
}

function mayNotPull(failure: FailureText): Meaning {
  const registry = registryIn(failure);
  if (registry !== 'ECR') {
    return {
      id: 'td-private-registry-credentials',
      means: `may not pull their image from ${registry}, where it is private or not at all`,
    };
  }
  const action = actionIn(failure);
  return {
    id: 'td-execution-role-missing',
    means: 'may not pull their image with their execution role',
    why: 'ECS pulls from ECR as the execution role; from another account, the policy of the repository has to allow it too.',
    fix: /no resource-based policy/i.test(failure.text)
      ? `allow ${action ?? 'the pull'} to the execution role in the policy of the repository, which is in another account`
      : `attach AmazonECSTaskExecutionRolePolicy to the execution role${action ? `, which allows ${action}` : ''}, and open the repository of another account to it`,
  };
}
