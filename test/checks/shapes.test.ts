import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { DURATIONS, FREE, LISTS, LISTS_OF_TEXTS, MAPS_OF_TEXTS, SWITCHES, TEXTS } from '../../src/checks/shapes';

const SRC = join(__dirname, '..', '..', 'src');
/** Folders without properties of constructs. */
const INTERNAL = ['checks', 'cli', 'cloudformation', 'examination', 'facts', 'gotchas', 'readers', 'rules', 'simulation', 'text', 'timing'];

type Shape = 'list' | 'list of texts' | 'duration' | 'texts' | 'other map' | 'text' | 'switch' | 'other';

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
  if (ts.isArrayTypeNode(type)) return type.elementType.kind === ts.SyntaxKind.StringKeyword ? 'list of texts' : 'list';
  if (type.kind === ts.SyntaxKind.StringKeyword) return 'text';
  if (type.kind === ts.SyntaxKind.BooleanKeyword) return 'switch';
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

const TABLES: ReadonlyArray<readonly [Shape, ReadonlySet<string>]> = [
  ['list', LISTS], ['list of texts', LISTS], ['list of texts', LISTS_OF_TEXTS], ['duration', DURATIONS], ['texts', MAPS_OF_TEXTS], ['other map', FREE],
  ['text', TEXTS], ['switch', SWITCHES],
];
/** Names that have several shapes, in the props of different constructs. */
const OF_SEVERAL_SHAPES = ['actions', 'namespace', 'service'];
/** Properties that users never write. */
const OF_THE_LIBRARY = ['PlannedEndpoint.endpoint', 'ServiceOptions.availabilityZoneRebalancing'];
const shapesOf = (table: ReadonlySet<string>) => TABLES.filter(([, names]) => names === table).map(([shape]) => shape);

test.each(TABLES)('each property that is a %s is in the table of its shape', (shape, names) => {
  const missing = declared.filter((property) => property.shape === shape && !names.has(property.name) && !OF_SEVERAL_SHAPES.includes(property.name));
  expect(missing.map(({ place }) => place)).toEqual([]);
});

test.each([LISTS, LISTS_OF_TEXTS, DURATIONS, MAPS_OF_TEXTS, TEXTS, SWITCHES])('no property with a name of table %# has another shape', (names) => {
  const others = declared.filter((property) => names.has(property.name) && !shapesOf(names).includes(property.shape)
    && !OF_SEVERAL_SHAPES.includes(property.name) && !OF_THE_LIBRARY.includes(property.place));
  expect(others.map(({ place, shape }) => `${place}: ${shape}`)).toEqual([]);
});

test.each(OF_SEVERAL_SHAPES)('%s has several shapes', (name) => {
  expect(new Set(declared.filter((property) => property.name === name).map(({ shape }) => shape)).size).toBeGreaterThan(1);
});

test('properties were found', () => {
  expect(declared.length).toBeGreaterThan(300);
});
