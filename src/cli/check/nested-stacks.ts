import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readJsonFile } from './manifest';
import type { ReadTemplate } from './read-template';
import { readTemplateFile, type TemplateText } from './template-file';
import { assetManifestOf } from '../../cloudformation/image-assets';
import { asRecord } from '../../cloudformation/json';
import { NESTED_STACK_TYPES } from '../../cloudformation/template';
import { shownPath } from '../files';
import { CannotLook } from '../verb';

/** CloudFormation nests far fewer; more of them are templates that name each other many times. */
const MAX_NESTED = 2000;

/** A template and those of the stacks nested in it, as far as they are files here. */
export function withNested(template: ReadTemplate, cwd: string): readonly ReadTemplate[] {
  const all: ReadTemplate[] = [];
  const files = new Map<string, TemplateText>();
  const add = (each: ReadTemplate, above: readonly string[]): void => {
    all.push(each);
    if (all.length > MAX_NESTED) throw new CannotLook(`${template.name} nests more than ${MAX_NESTED} stacks`);
    const paths = [...above, each.path];
    for (const [logicalId, resource] of Object.entries(asRecord(each.source.body.Resources))) {
      const path = nestedFile(each.path, paths[0], asRecord(resource));
      // CloudFormation refuses a template that nests itself.
      if (path === undefined || paths.includes(path)) continue;
      const name = shownPath(path, cwd);
      const file = files.get(path) ?? readTemplateFile(path, name);
      files.set(path, file);
      add(nestedTemplate(each, logicalId, { path, name, ...file }), paths);
    }
  };
  add(template, []);
  return all;
}

function nestedTemplate(parent: ReadTemplate, logicalId: string, file: TemplateText & Pick<ReadTemplate, 'path' | 'name'>): ReadTemplate {
  const { path, name, text, body, lineOf } = file;
  const { id, assembly, account, region, imagePlatforms } = parent.source;
  // One file may be nested twice, with other parameters each time.
  const source = { id: `${path} in ${id}#${logicalId}`, assembly, account, region, imagePlatforms, body, nestedIn: { template: id, logicalId } };
  return { source, name, path, text, lineOf, origin: parent.origin };
}

function nestedFile(path: string, top: string, resource: Readonly<Record<string, unknown>>): string | undefined {
  const property = NESTED_STACK_TYPES.get(resource.Type);
  if (property === undefined) return undefined;
  const folder = dirname(path);
  const asset = asRecord(resource.Metadata)['aws:asset:path'];
  const url = asRecord(resource.Properties)[property];
  const candidates = [asset, typeof url === 'string' && !url.includes('://') ? url : undefined, published(top, url)];
  return candidates.flatMap((file) => (typeof file === 'string' ? [resolve(folder, file)] : [])).find(isFile);
}

function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    return false;
  }
}

// The CDK names a template in S3 by its hash, and lists the file among the assets of the outermost stack.
function published(top: string, url: unknown): string | undefined {
  const hash = /[0-9a-f]{64}/.exec(JSON.stringify(url ?? ''))?.[0];
  const list = assetManifestOf(top);
  if (hash === undefined || !existsSync(list)) return undefined;
  const { files = {} } = readJsonFile<{ readonly files?: Readonly<Record<string, { readonly source?: { readonly path?: string } }>> }>(list, list);
  return files[hash]?.source?.path;
}
