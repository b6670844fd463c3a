import { existsSync } from 'node:fs';
import { readJsonFile } from './manifest';
import { assetManifestOf, imagePlatformsIn, type ImagePlatforms } from '../../cloudformation/image-assets';
import { shownPath } from '../files';

/** Reads the platforms of the images of a stack from the manifest beside its template, when a check asks for them. */
export function imagePlatformsBeside(templatePath: string, cwd: string): () => ImagePlatforms {
  const path = assetManifestOf(templatePath);
  let read: ImagePlatforms | undefined;
  return () => (read ??= existsSync(path) ? imagePlatformsIn(readJsonFile(path, shownPath(path, cwd))) : new Map());
}
