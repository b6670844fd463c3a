import { readdirSync, statSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { readAssembly } from './assembly';
import { isAssembly } from './manifest';
import { withNested } from './nested-stacks';
import type { ReadTemplate } from './read-template';
import { NotATemplate, readTemplateFile, TEMPLATE_ENDINGS } from './template-file';
import { complain, shownPath } from '../files';
import { CannotLook } from '../verb';

/** Reads what the user named: cloud assemblies, templates, and folders of templates. Together they are one app. */
export function readInputs(named: readonly string[], cwd: string): readonly ReadTemplate[] {
  const paths = (named.length > 0 ? named : [byDefault(cwd)]).map((path) => resolve(cwd, path));
  const templates = paths.flatMap((path) => readInput(path, cwd));
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

function readInput(path: string, cwd: string): readonly ReadTemplate[] {
  const name = shownPath(path, cwd);
  if (!isFolder(path, name)) return path.endsWith('manifest.json') ? readAssembly(resolve(path, '..'), cwd) : readPlain(path, name, cwd);
  return isAssembly(path) ? readAssembly(path, cwd) : readFolder(path, name, cwd);
}

function readPlain(path: string, name: string, cwd: string): readonly ReadTemplate[] {
  const { text, body, lineOf } = readTemplateFile(path, name);
  return withNested({ source: { id: path, body }, name, path, text, lineOf }, cwd);
}

// What is no template may well lie beside one.
function readFolder(folder: string, name: string, cwd: string): readonly ReadTemplate[] {
  const templates = list(folder, name).flatMap((file) => {
    try {
      return readPlain(join(folder, file), shownPath(join(folder, file), cwd), cwd);
    } catch (error) {
      if (error instanceof NotATemplate) return [];
      throw error;
    }
  });
  if (templates.length === 0) throw new CannotLook(`${name} has no manifest.json and no template, and folders in it are not looked into: name the cdk.out of an app, or a template`);
  return templates;
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
