import { oneByOne, readReferenced, type DefinitionOf } from './referenced';
import { orMissing } from '../call-failed';
import { CALLS } from '../calls';
import type { Context } from '../context';
import { readPlatforms } from './platforms';
import type { LiveImage } from '../account';
import type { Service, TaskDefinition } from '../shapes';

/** An image in a private repository of ECR in one region. */
interface EcrImage {
  readonly registryId: string;
  readonly repositoryName: string;
  readonly imageId: { readonly imageDigest: string } | { readonly imageTag: string };
}

/** The images of containers that are in ECR in this region. */
export function readImages(context: Context, services: readonly Service[], definitionOf: DefinitionOf) {
  const { aws, region } = context;
  const names = ({ containerDefinitions = [] }: TaskDefinition) => (
    containerDefinitions.map(({ image }) => image).filter((image) => image !== undefined && parse(image, region) !== undefined));
  return readReferenced<LiveImage | undefined>(services, definitionOf, names, oneByOne(async (reference) => {
    const { imageId, ...where } = parse(reference, region)!;
    const answer = await orMissing(() => aws.send(CALLS.describeImages, { ...where, imageIds: [imageId] }));
    const image = answer?.imageDetails?.[0];
    return image && { ...image, platforms: await readPlatforms(context, image) };
  }));
}

function parse(reference: string, region: string): EcrImage | undefined {
  const parts = /^(\d{12})\.dkr[.-]ecr\.([a-z0-9-]+)\.[a-z0-9.]+\/([^:@]+)(?::([^@]+))?(?:@(.+))?$/.exec(reference);
  if (!parts || parts[2] !== region) return undefined;
  const [, registryId, , repositoryName, imageTag = 'latest', imageDigest] = parts;
  return { registryId, repositoryName, imageId: imageDigest ? { imageDigest } : { imageTag } };
}
