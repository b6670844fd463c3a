import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AssemblyOrigin } from './assembly-origin';
import { imagePlatformsBeside } from './image-platforms';
import { HALF_WRITTEN, readManifest, type Artifact } from './manifest';
import { withNested } from './nested-stacks';
import type { ReadTemplate } from './read-template';
import { readStackFile } from './template-file';
import { shownPath } from '../files';
import { CannotLook } from '../verb';

/** Reads the templates of a cloud assembly, of its stages and of the stacks nested in them. */
export function* readAssembly(folder: string, cwd: string, above: readonly string[] = []): Generator<ReadTemplate> {
  if (above.includes(folder)) throw new CannotLook(`${shownPath(folder, cwd)} is a stage of itself: ${HALF_WRITTEN}`);
  for (const [id, artifact] of readManifest(folder, cwd)) {
    if (artifact.type === 'cdk:cloud-assembly') yield* readAssembly(join(folder, artifact.properties?.directoryName ?? id), cwd, [...above, folder]);
    if (artifact.type === 'aws:cloudformation:stack') yield* readStack(folder, id, artifact, cwd);
  }
}

function readStack(folder: string, id: string, artifact: Artifact, cwd: string): readonly ReadTemplate[] {
  const path = join(folder, artifact.properties?.templateFile ?? `${id}.template.json`);
  const name = shownPath(path, cwd);
  if (!existsSync(path)) throw new CannotLook(`${name} is missing: ${HALF_WRITTEN}`);
  const { text, body, lineOf } = readStackFile(path, name);
  const [account, region] = environmentOf(artifact);
  const imagePlatforms = imagePlatformsBeside(path, cwd);
  const source = { id: path, assembly: dirname(path), body, stackName: artifact.properties?.stackName ?? id, account, region, imagePlatforms };
  return withNested({ source, name, path, text, lineOf, origin: new AssemblyOrigin(folder, path, artifact, cwd) }, cwd);
}

// aws://111122223333/eu-west-1, or unknown-account and unknown-region where the stack leaves that open.
function environmentOf({ environment = '' }: Artifact): readonly [account?: string, region?: string] {
  const [account, region] = environment.replace(/^aws:\/\//, '').split('/');
  return [said(account), said(region)];
}

function said(word: string | undefined): string | undefined {
  return word === undefined || word === '' || word.startsWith('unknown-') ? undefined : word;
}
