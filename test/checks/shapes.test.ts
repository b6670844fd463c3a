import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { DURATIONS, FREE, LISTS, MAPS_OF_TEXTS } from '../../src/checks/shapes';

const SRC = join(__dirname, '..', '..', 'src');
/** Folders without properties of constructs. */
const INTERNAL = ['checks', 'cli', 'cloudformation', 'examination', 'facts', 'gotchas', 'readers', 'rules', 'simulation', 'text', 'timing'];

type Shape = 'list' | 'duration' | 'texts' | 'other map' | 'other';

interface Declared {
  readonly name: string;
  readonly shape: Shape;
  readonly place: string;
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesOf(path);
    return name.endsWith('.ts') ? [path] : [];
  });
}

function shapeOf(type: ts.TypeNode): Shape {
  if (ts.isArrayTypeNode(type)) return 'list';
  if (ts.isTypeReferenceNode(type) && type.typeName.getText() === 'Duration') return 'duration';
  if (!ts.isTypeLiteralNode(type)) return 'other';
  const [member] = type.members;
  return ts.isIndexSignatureDeclaration(member) ? (member.type.kind === ts.SyntaxKind.StringKeyword ? 'texts' : 'other map') : 'other';
}

/** The properties of interfaces that users write: their names end so in this library. */
function declaredIn(path: string): readonly Declared[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
  return source.statements.filter(ts.isInterfaceDeclaration)
    .filter(({ name, modifiers }) => /(Props|Options|Sidecar|Endpoint|Action|Attributes)$/.test(name.text) && modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
    .flatMap(({ name: { text }, members }) => members.filter(ts.isPropertySignature)
      .flatMap(({ name, type }) => (type ? [{ name: name.getText(), shape: shapeOf(type), place: `${text}.${name.getText()}` }] : [])));
}

const declared = readdirSync(SRC).filter((folder) => !INTERNAL.includes(folder) && statSync(join(SRC, folder)).isDirectory())
  .flatMap((folder) => filesOf(join(SRC, folder)))
  .flatMap(declaredIn);

test.each([
  ['list', LISTS], ['duration', DURATIONS], ['texts', MAPS_OF_TEXTS], ['other map', FREE],
] as const)('each property that is a %s is in the table of its shape', (shape, names) => {
  const missing = declared.filter((property) => property.shape === shape && !names.has(property.name));
  expect(missing.map(({ place }) => place)).toEqual([]);
});

test.each([
  ['list', LISTS], ['duration', DURATIONS], ['texts', MAPS_OF_TEXTS],
] as const)('no property with the name of a %s has another shape', (shape, names) => {
  const others = declared.filter((property) => property.shape !== shape && names.has(property.name));
  expect(others.map(({ place, shape: other }) => `${place}: ${other}`)).toEqual([]);
});

test('properties were found', () => {
  expect(declared.length).toBeGreaterThan(300);
});
