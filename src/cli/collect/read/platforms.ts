import { Unknown, type Fact } from '../../../facts/fact';
import { fact } from '../call-failed';
import { CALLS } from '../calls';
import type { Context } from '../context';
import type { Image } from '../shapes';

/** Manifests that list images of several platforms; those of one image leave its platform to its configuration. */
const LISTS = ['application/vnd.oci.image.index.v1+json', 'application/vnd.docker.distribution.manifest.list.v2+json'];

/**
 * Platforms of an image, such as `linux/arm64` or `linux/arm/v7`.
 *
 * The manifest is requested by its digest: by a tag, ECR would fetch a newer one where the repository mirrors another registry.
 */
export async function readPlatforms({ aws }: Context, image: Image): Promise<Fact<readonly string[]>> {
  const { registryId, repositoryName, imageDigest } = image;
  if (!LISTS.includes(image.imageManifestMediaType ?? '')) return new Unknown('an image for one platform has it in its configuration, which is not read');
  return fact(async () => {
    const { images = [] } = await aws.send(CALLS.batchGetImage, {
      registryId, repositoryName, imageIds: [{ imageDigest }], acceptedMediaTypes: LISTS,
    });
    return platformsIn(images[0]?.imageManifest);
  });
}

function platformsIn(manifest: string | undefined): Fact<readonly string[]> {
  try {
    const { manifests } = JSON.parse(manifest ?? '') as { readonly manifests: readonly { readonly platform?: Platform }[] };
    // Attestations lie beside images, for the platform `unknown`.
    return manifests.flatMap(({ platform }) => (platform && platform.os !== 'unknown' ? [nameOf(platform)] : []));
  } catch {
    return new Unknown('the manifest of the image is none that ECR describes');
  }
}

interface Platform {
  readonly os: string;
  readonly architecture: string;
  readonly variant?: string;
}

function nameOf({ os, architecture, variant }: Platform): string {
  return [os, architecture, variant].filter((part) => part).join('/');
}
