import { asRecord } from './json';
import { Unknown, type Fact } from '../facts/fact';

/** Platforms of the images that the CDK builds for a stack, by the tag of the image. */
export type ImagePlatforms = ReadonlyMap<string, Fact<string>>;

/** The manifest of the assets of a stack, which the CDK writes beside its template. */
export function assetManifestOf(templatePath: string): string {
  return templatePath.replace(/(\.template)?\.(json|ya?ml)$/, '') + '.assets.json';
}

/** Reads the platforms of images from the manifest of the assets of a stack. */
export function imagePlatformsIn(manifest: unknown): ImagePlatforms {
  const found = new Map<string, Fact<string>>();
  for (const image of Object.values(asRecord(asRecord(manifest).dockerImages))) {
    const { source, destinations } = asRecord(image);
    for (const destination of Object.values(asRecord(destinations))) {
      const { imageTag } = asRecord(destination);
      if (typeof imageTag === 'string') found.set(imageTag, platformOf(asRecord(source)));
    }
  }
  return found;
}

/** Platform of the image with a tag; `undefined` for an image that the CDK does not build. */
export function imagePlatform(platforms: ImagePlatforms, tag: string): Fact<string | undefined> {
  return platforms.get(tag) ?? (/^[0-9a-f]{64}$/.test(tag) ? new Unknown('the asset manifest that names the platform of the image is not beside the template') : undefined);
}

function platformOf({ platform, directory }: Readonly<Record<string, unknown>>): Fact<string> {
  if (typeof platform === 'string') return platform;
  return new Unknown(directory === undefined
    ? 'a command of the app builds the image, and no platform is set'
    : 'no platform is set for the image, so it is for the machine that builds it');
}
