import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

const SRC = join(__dirname, '../../src');

/** Values of a template resolve, decide and join each other: functions inside conditions inside functions. */
const EVALUATOR = ['condition', 'resolve', 'resolve-deep', 'text-pieces'].map((name) => `cloudformation/${name}.ts`);

test('no file imports itself at run time but those of the evaluator', () => {
  const graph = importsAtRunTime();
  const circles = [...graph.keys()].filter((file) => reachedFrom(file, graph).has(file));
  expect(circles.filter((file) => !file.startsWith('cloudformation/')).sort()).toEqual([]);
  expect(circles.sort()).toEqual(expect.arrayContaining(EVALUATOR));
  expect(circles.filter((file) => !EVALUATOR.includes(file))).toEqual([]);
});

/** Files by what they import, without imports of types, which are gone at run time. */
function importsAtRunTime(): ReadonlyMap<string, readonly string[]> {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => /^[^.]+(\.generated)?\.ts$/.test(file));
  const known = new Set(files);
  return new Map(files.map((file) => [file, importedBy(file).filter((target) => known.has(target))]));
}

function importedBy(file: string): readonly string[] {
  const source = ts.createSourceFile(file, readFileSync(join(SRC, file), 'utf8'), ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const { moduleSpecifier } = statement;
    if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier) || !moduleSpecifier.text.startsWith('.') || isOfTypes(statement)) return [];
    const target = relative(SRC, join(SRC, dirname(file), moduleSpecifier.text));
    return [`${target}.ts`, join(target, 'index.ts')];
  });
}

function isOfTypes(statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly;
  const { importClause } = statement;
  if (!importClause || importClause.isTypeOnly) return importClause !== undefined;
  const { name, namedBindings } = importClause;
  if (name !== undefined || namedBindings === undefined || !ts.isNamedImports(namedBindings)) return false;
  return namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly);
}

function reachedFrom(file: string, graph: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [...graph.get(file) ?? []];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    open.push(...graph.get(next) ?? []);
  }
  return reached;
}
