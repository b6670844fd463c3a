import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { readJsonFile } from './manifest';
import type { ReadTemplate } from './read-template';
import { readTemplateFile } from './template-file';
import { asRecord } from '../../cloudformation/json';
import { NESTED_STACK_TYPES } from '../../cloudformation/template';
import { shownPath } from '../files';

/** A template and those of the stacks nested in it, as far as they are files here. */
export function withNested(template: ReadTemplate, cwd: string, above: readonly string[] = []): readonly ReadTemplate[] {
  const { source: { body }, path } = template;
  const [top = path] = above;
  const nested = Object.entries(asRecord(body.Resources)).flatMap(([logicalId, resource]) => {
    const file = nestedFile(path, top, asRecord(resource));
    // A template that nests itself is CloudFormation's to refuse.
    return file === undefined || [...above, path].includes(file) ? [] : withNested(readNested(template, logicalId, file, cwd), cwd, [...above, path]);
  });
  return [template, ...nested];
}

function readNested(parent: ReadTemplate, logicalId: string, path: string, cwd: string): ReadTemplate {
  const name = shownPath(path, cwd);
  const { text, body, lineOf } = readTemplateFile(path, name);
  const { id, assembly, account, region } = parent.source;
  // One file may be nested twice, with other parameters each time.
  const source = { id: `${path} in ${id}#${logicalId}`, assembly, account, region, body, nestedIn: { template: id, logicalId } };
  return { source, name, path, text, lineOf, origin: parent.origin };
}

function nestedFile(path: string, top: string, resource: Readonly<Record<string, unknown>>): string | undefined {
  const property = NESTED_STACK_TYPES.get(resource.Type);
  if (property === undefined) return undefined;
  const folder = dirname(path);
  const asset = asRecord(resource.Metadata)['aws:asset:path'];
  const url = asRecord(resource.Properties)[property];
  const candidates = [asset, typeof url === 'string' && !url.includes('://') ? url : undefined, published(top, url)];
  return candidates.flatMap((file) => (typeof file === 'string' ? [resolve(folder, file)] : [])).find((file) => existsSync(file));
}

// The CDK names a template in S3 by its hash, and says in the list of assets of the outermost stack which file that is.
function published(top: string, url: unknown): string | undefined {
  const hash = /[0-9a-f]{64}/.exec(JSON.stringify(url ?? ''))?.[0];
  const list = join(dirname(top), basename(top).replace(/\.template\.json$/, '.assets.json'));
  if (hash === undefined || !existsSync(list)) return undefined;
  const { files = {} } = readJsonFile<{ readonly files?: Readonly<Record<string, { readonly source?: { readonly path?: string } }>> }>(list, list);
  return files[hash]?.source?.path;
}
