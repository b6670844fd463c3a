import { join } from 'node:path';
import ts from 'typescript';
import { Unknown } from '../../src/facts/fact';
import type { SubjectKind, Subjects } from '../../src/facts/subjects';

type Facts = Subjects[SubjectKind];

/** Facts in which one value is unknown, and the path of that value. */
export interface Unseen {
  readonly path: string;
  readonly facts: Facts;
}

const MOST_DEPTH = 8;
const UNSEEN = new Unknown('it was not seen');

/** The facts with each value that may be unknown replaced by an unknown one, one at a time. The types of the facts decide which values may be. */
export function eachUnseen(kind: SubjectKind, facts: Facts): readonly Unseen[] {
  const type = typesOf().get(kind)!;
  return pathsOf(type, facts, []).map((path) => ({ path: path.join('.'), facts: replaced(facts, path) as Facts }));
}

type Path = readonly (string | number)[];

function pathsOf(type: ts.Type, value: unknown, path: Path): readonly Path[] {
  if (value instanceof Unknown || path.length > MOST_DEPTH) return [];
  return [...(mayBeUnknown(type) ? [path] : []), ...inside(type, value, path)];
}

function inside(type: ts.Type, value: unknown, path: Path): readonly Path[] {
  if (Array.isArray(value)) {
    const items = membersOf(type).flatMap((member) => checker().getIndexTypeOfType(member, ts.IndexKind.Number) ?? []);
    return items.length === 0 ? [] : value.flatMap((item, index) => pathsOf(items[0], item, [...path, index]));
  }
  if (typeof value !== 'object' || value === null || value instanceof Map) return [];
  return Object.keys(value).flatMap((name) => {
    const property = membersOf(type).flatMap((member) => checker().getPropertyOfType(member, name) ?? [])[0] as ts.Symbol | undefined;
    if (property === undefined) return [];
    return pathsOf(checker().getTypeOfSymbol(property), (value as Readonly<Record<string, unknown>>)[name], [...path, name]);
  });
}

function replaced(value: unknown, [first, ...rest]: Path): unknown {
  if (first === undefined) return UNSEEN;
  if (Array.isArray(value)) return value.map((item: unknown, index) => (index === first ? replaced(item, rest) : item));
  return { ...value as object, [first]: replaced((value as Readonly<Record<string, unknown>>)[first], rest) };
}

function membersOf(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}

function mayBeUnknown(type: ts.Type): boolean {
  return membersOf(type).some((member) => (member.getSymbol() as ts.Symbol | undefined)?.name === Unknown.name);
}

let loaded: { readonly checker: ts.TypeChecker; readonly types: ReadonlyMap<SubjectKind, ts.Type> } | undefined;

function checker(): ts.TypeChecker {
  return load().checker;
}

function typesOf(): ReadonlyMap<SubjectKind, ts.Type> {
  return load().types;
}

function load(): NonNullable<typeof loaded> {
  if (loaded) return loaded;
  const path = join(__dirname, '../../src/facts/subjects.ts');
  const program = ts.createProgram([path], {
    strict: true, target: ts.ScriptTarget.ES2022, moduleResolution: ts.ModuleResolutionKind.Node10, skipLibCheck: true, types: [],
  });
  const types = program.getTypeChecker();
  const subjects = program.getSourceFile(path)!.statements.find((statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === 'Subjects')!;
  const properties = types.getTypeAtLocation(subjects).getProperties();
  loaded = { checker: types, types: new Map(properties.map((property) => [property.name as SubjectKind, types.getTypeOfSymbol(property)])) };
  return loaded;
}
