import { dirname, join, resolve } from 'node:path';
import { readJsonFile, type Artifact, type Metadata } from './manifest';
import type { ConstructOrigin, Origin } from './read-template';
import { userLine } from './user-line';
import { shownPath } from '../files';

/** Origin of the constructs of a stack and of its nested stacks, from the metadata of an assembly. */
export class AssemblyOrigin implements Origin {
  private index?: MetadataIndex;

  public constructor(
    private readonly folder: string,
    private readonly templatePath: string,
    private readonly artifact: Artifact,
    private readonly cwd: string,
  ) {}

  public of(templatePath: string, logicalId: string, metadataPath: string | undefined): ConstructOrigin {
    return this.made(this.read().pathOf(templatePath, logicalId) ?? metadataPath);
  }

  public ofTemplate(templatePath: string): ConstructOrigin {
    return this.made(this.read().stackPathOf(templatePath));
  }

  private made(path: string | undefined): ConstructOrigin {
    if (path === undefined) return { acknowledged: new Map() };
    const index = this.read();
    return { path, line: userLine(index.traceOf(path), this.cwd), acknowledged: index.acknowledgedOn(path) };
  }

  private read(): MetadataIndex {
    this.index ??= new MetadataIndex(this.metadata(), this.templatePath, this.artifact.displayName);
    return this.index;
  }

  private metadata(): Metadata {
    const { metadata = {}, additionalMetadataFile } = this.artifact;
    if (additionalMetadataFile === undefined) return metadata;
    const file = join(this.folder, additionalMetadataFile);
    return { ...metadata, ...readJsonFile<Metadata>(file, shownPath(file, this.cwd)) };
  }
}

class MetadataIndex {
  private readonly paths = new Map<string, string>();
  private readonly stackPaths = new Map<string, string>();
  private readonly entries = new Map<string, Metadata[string]>();

  public constructor(metadata: Metadata, templatePath: string, stackPath: string | undefined) {
    const folder = dirname(templatePath);
    for (const [path, entries] of Object.entries(metadata)) this.entries.set(path.replace(/^\//, ''), entries);
    const stacks = new Map<string, string>(stackPath === undefined ? [] : [[stackPath, templatePath]]);
    for (const [path, file] of this.said('aws:cdk:templateFile')) stacks.set(path, resolve(folder, String(file)));
    for (const [path, file] of stacks) this.stackPaths.set(file, path);
    for (const [path, logicalId] of this.said('aws:cdk:logicalId')) {
      const template = nearestOf(stacks, path) ?? templatePath;
      this.paths.set(`${template}#${String(logicalId)}`, path);
    }
  }

  public pathOf(templatePath: string, logicalId: string): string | undefined {
    return this.paths.get(`${templatePath}#${logicalId}`);
  }

  public stackPathOf(templatePath: string): string | undefined {
    return this.stackPaths.get(templatePath);
  }

  /** Stack frames of the construction, the innermost first. */
  public traceOf(path: string): readonly unknown[] {
    const entries = this.entries.get(path) ?? [];
    const created = entries.find(({ type }) => type === 'aws:cdk:creationStack')?.data ?? entries.find(({ type }) => type === 'aws:cdk:logicalId')?.trace;
    return Array.isArray(created) ? created : [];
  }

  /** Acknowledgements on a construct and its parents; the reason is that of the nearest one. */
  public acknowledgedOn(path: string): ReadonlyMap<string, string> {
    const reasons = new Map<string, string>();
    for (const above of ancestry(path)) {
      for (const { type, data } of this.entries.get(above) ?? []) {
        if (type !== 'aws:cdk:acknowledged-rules') continue;
        for (const [id, reason] of Object.entries(data ?? {})) reasons.set(id, String(reason));
      }
    }
    return reasons;
  }

  private said(wanted: string): ReadonlyArray<readonly [path: string, data: unknown]> {
    return [...this.entries].flatMap(([path, entries]) => entries.filter(({ type }) => type === wanted).map(({ data }) => [path, data] as const));
  }
}

function nearestOf(stacks: ReadonlyMap<string, string>, path: string): string | undefined {
  return ancestry(path).reverse().map((above) => stacks.get(above)).find((file) => file !== undefined);
}

// The path of the app, of each construct on the way, of the construct itself.
function ancestry(path: string): string[] {
  return [...path].flatMap((letter, at) => (letter === '/' ? [path.slice(0, at)] : [])).concat(path);
}
