import { readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { readAssembly } from './assembly';
import { imagePlatformsBeside } from './image-platforms';
import { isAssembly } from './manifest';
import { withNested } from './nested-stacks';
import { STANDARD_INPUT } from './read-file';
import type { ReadTemplate } from './read-template';
import { NotATemplate, readTemplateFile, TEMPLATE_ENDINGS } from './template-file';
import { complain, shownPath } from '../files';
import type { Turn } from '../turns';
import { CannotLook } from '../verb';

/** Reads what the user named: cloud assemblies, templates, and folders of templates. Together they are one app. */
export async function readInputs(named: readonly string[], cwd: string, turn: Turn): Promise<readonly ReadTemplate[]> {
  const paths = (named.length > 0 ? named : [byDefault(cwd)]).map((path) => (path === '-' ? STANDARD_INPUT : resolve(cwd, path)));
  const templates: ReadTemplate[] = [];
  for (const path of paths) {
    for (const template of readInput(path, cwd)) {
      templates.push(template);
      await turn(`reading templates: ${templates.length}`);
    }
  }
  // Named twice, or named and nested in another that is named: once is enough.
  const nested = new Set(templates.filter(({ source }) => source.nestedIn).map(({ path }) => path));
  const seen = new Set<string>();
  return templates.filter(({ source, path }) => {
    if (seen.has(source.id) || (!source.nestedIn && nested.has(path))) return false;
    seen.add(source.id);
    return true;
  });
}

function byDefault(cwd: string): string {
  if (isAssembly(join(cwd, 'cdk.out'))) return 'cdk.out';
  throw new CannotLook('name a cloud assembly or a template: there is no cdk.out here');
}

/** One template after the other, as each is read. */
function readInput(path: string, cwd: string): Iterable<ReadTemplate> {
  if (path === STANDARD_INPUT) return readPlain(path, 'standard input', cwd);
  const name = shownPath(path, cwd);
  if (!isFolder(path, name)) return basename(path) === 'manifest.json' ? readAssembly(resolve(path, '..'), cwd) : readPlain(path, name, cwd);
  return isAssembly(path) ? readAssembly(path, cwd) : readFolder(path, name, cwd);
}

function readPlain(path: string, name: string, cwd: string): readonly ReadTemplate[] {
  const { text, body, lineOf } = readTemplateFile(path, name);
  return withNested({ source: { id: realPath(path), body, imagePlatforms: imagePlatformsBeside(path, cwd) }, name, path, text, lineOf }, cwd);
}

// A link and what it leads to are one template. What a pipe leads to has no path.
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

// What is no template may well lie beside one.
function* readFolder(folder: string, name: string, cwd: string): Generator<ReadTemplate> {
  let isEmpty = true;
  for (const path of list(folder, name).map((file) => join(folder, file))) {
    try {
      const shown = shownPath(path, cwd);
      if (!isFile(path, shown)) continue;
      yield* readPlain(path, shown, cwd);
      isEmpty = false;
    } catch (error) {
      if (!(error instanceof NotATemplate)) throw error;
    }
  }
  if (isEmpty) throw new CannotLook(`${name} has no manifest.json and no template, and its subfolders are not read: name the cdk.out of an app, or a template`);
}

function isFile(path: string, name: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch (error) {
    // An editor may leave links that lead nowhere, or in a circle.
    if ((error as NodeJS.ErrnoException).code === 'ELOOP') return false;
    throw complain(error, name);
  }
}

function isFolder(path: string, name: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw complain(error, name);
  }
}

function list(folder: string, name: string): readonly string[] {
  try {
    return readdirSync(folder).filter((file) => TEMPLATE_ENDINGS.includes(extname(file))).sort();
  } catch (error) {
    throw complain(error, name);
  }
}
