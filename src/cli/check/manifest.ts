import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readWhole } from './read-file';
import { asRecord } from '../../cloudformation/json';
import { shownPath } from '../files';
import { CannotLook } from '../verb';

/** One entry of the manifest of a cloud assembly, as far as it matters here. */
export interface Artifact {
  readonly type: string;
  readonly environment?: string;
  readonly displayName?: string;
  readonly properties?: {
    readonly templateFile?: string;
    readonly stackName?: string;
    readonly directoryName?: string;
    readonly file?: string;
  };
  readonly metadata?: Metadata;
  readonly additionalMetadataFile?: string;
}

/** Metadata of constructs in an assembly, by their path with a leading slash. */
export type Metadata = Readonly<Record<string, ReadonlyArray<{ readonly type: string; readonly data?: unknown; readonly trace?: unknown }>>>;

/** Returns true if a folder is a cloud assembly, complete or not. */
export function isAssembly(folder: string): boolean {
  return existsSync(join(folder, MANIFEST)) || existsSync(join(folder, 'cdk.out'));
}

/** The artifacts of an assembly by their ids. */
export function readManifest(folder: string, cwd: string): ReadonlyArray<readonly [id: string, artifact: Artifact]> {
  const name = shownPath(join(folder, MANIFEST), cwd);
  if (!existsSync(join(folder, MANIFEST))) throw new CannotLook(`${shownPath(folder, cwd)} has no ${MANIFEST}: ${HALF_WRITTEN}`);
  const { artifacts } = asRecord(readJsonFile<unknown>(join(folder, MANIFEST), name));
  if (typeof artifacts !== 'object' || artifacts === null) throw new CannotLook(`${name} has no artifacts: it is not the manifest of a cloud assembly`);
  return Object.entries(artifacts).map(([id, artifact]) => {
    if (!isArtifact(artifact)) throw new CannotLook(`${name} has an artifact ${id} that is none: ${HALF_WRITTEN}`);
    return [id, artifact];
  });
}

// As far as paths are made of it.
function isArtifact(value: unknown): value is Artifact {
  const { templateFile = '', directoryName = '' } = asRecord(asRecord(value).properties);
  return typeof asRecord(value).type === 'string' && typeof templateFile === 'string' && typeof directoryName === 'string';
}

/** Reads a file that the CDK writes. */
export function readJsonFile<T>(path: string, name: string): T {
  if (!existsSync(path)) throw new CannotLook(`${name} is missing: ${HALF_WRITTEN}`);
  const text = readWhole(path, name).toString('utf-8');
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new CannotLook(`${name} is not JSON: ${HALF_WRITTEN}`);
  }
}

/** Advice for an incomplete assembly. */
export const HALF_WRITTEN = 'the assembly is half-written, synthesize it again';

const MANIFEST = 'manifest.json';
