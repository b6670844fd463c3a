import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';

interface TypeReference {
  readonly primitive?: string;
  readonly fqn?: string;
  readonly union?: { readonly types: readonly TypeReference[] };
  readonly intersection?: { readonly types: readonly TypeReference[] };
  readonly collection?: { readonly elementtype: TypeReference };
}

interface Member {
  readonly name: string;
  readonly docs?: { readonly summary?: string; readonly example?: string };
  readonly overrides?: string;
  readonly type?: TypeReference;
  readonly parameters?: readonly { readonly name: string; readonly type: TypeReference; readonly docs?: { readonly summary?: string } }[];
  readonly returns?: { readonly type: TypeReference };
}

interface Type extends Member {
  readonly kind: 'class' | 'interface' | 'enum';
  readonly datatype?: boolean;
  readonly interfaces?: readonly string[];
  readonly initializer?: { readonly parameters?: Member['parameters'] };
  readonly methods?: readonly Member[];
  readonly properties?: readonly Member[];
  readonly members?: readonly Member[];
}

const ROOT = join(__dirname, '../..');
const ASSEMBLY = join(ROOT, '.jsii');

/** Members that have no further type, and why. */
const ANY: { readonly [place: string]: string } = {
  'ContainerPermissionOptions.conditions': 'IAM conditions are free-form, as in aws_iam.PolicyStatementProps',
  'ContainerPermission.conditions': 'the same, on record',
  'LambdaDeploymentHookOptions.details': 'JSON that the function gets as it is',
  'CloudWatchAgentProps.config': 'JSON that the agent gets as it is',
  'OtelCollectorProps.config': 'sections that the collector gets as they are',
};

const types: readonly Type[] = existsSync(ASSEMBLY) ? Object.values(JSON.parse(readFileSync(ASSEMBLY, 'utf-8')).types) : [];

/** Every parameter of constructors and methods, with the place where it is. */
const parameters = types.flatMap((type) => [
  ...(type.initializer?.parameters ?? []).map((parameter) => ({ ...parameter, place: `${type.name}(${parameter.name})` })),
  ...(type.methods ?? []).flatMap((method) => (method.parameters ?? []).map((parameter) => ({ ...parameter, place: `${type.name}.${method.name}(${parameter.name})` }))),
]);

test('the assembly is there', () => {
  expect(types.length).toBeGreaterThan(20);
});

/** Every type that a signature of the API mentions, with the place where. */
function references(): { readonly place: string; readonly type: TypeReference }[] {
  return types.flatMap((type) => [
    ...(type.initializer?.parameters ?? []).map((parameter) => ({ place: `${type.name}(${parameter.name})`, type: parameter.type })),
    ...(type.properties ?? []).map((property) => ({ place: `${type.name}.${property.name}`, type: property.type! })),
    ...(type.methods ?? []).flatMap((method) => [
      ...(method.parameters ?? []).map((parameter) => ({ place: `${type.name}.${method.name}(${parameter.name})`, type: parameter.type })),
      ...(method.returns ? [{ place: `${type.name}.${method.name}`, type: method.returns.type }] : []),
    ]),
  ]).flatMap(({ place, type }) => within(type).map((inner) => ({ place, type: inner })));
}

function within(type: TypeReference): TypeReference[] {
  const inner = [...type.union?.types ?? [], ...type.intersection?.types ?? [], ...type.collection ? [type.collection.elementtype] : []];
  return [type, ...inner.flatMap(within)];
}

test('no signature has a union: most languages would see any', () => {
  expect(references().filter(({ type }) => type.union ?? type.intersection).map(({ place }) => place)).toEqual([]);
});

test('no signature has any, unless there is a reason', () => {
  const places = references().filter(({ type }) => type.primitive === 'any').map(({ place }) => place);
  expect(places.filter((place) => !(place in ANY))).toEqual([]);
});

test('nothing that is exported is dropped: functions, constants and type aliases would be, without a word', () => {
  const entry = join(ROOT, 'lib/index.d.ts');
  const options = { noLib: true, types: [] };
  const host = ts.createCompilerHost(options);
  // Whatever the declarations import from elsewhere isn't exported, and slow to read.
  host.resolveModuleNameLiterals = (literals, file) => literals.map(({ text }) => (
    text.startsWith('.') ? ts.resolveModuleName(text, file, options, host) : { resolvedModule: undefined }));
  const program = ts.createProgram([entry], options, host);
  const checker = program.getTypeChecker();
  const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(program.getSourceFile(entry)!)!)
    .filter((symbol) => !symbol.getJsDocTags(checker).some(({ name }) => name === 'internal'))
    .map(({ name }) => name);
  expect(exported.sort()).toEqual(types.map(({ name }) => name).sort());
});

test('each parameter has a name: one that is taken apart in its signature has none, which neither Java nor C# compiles', () => {
  expect(parameters.length).toBeGreaterThan(50);
  expect(parameters.filter(({ name }) => !/^[a-z]\w*$/.test(name)).map(({ place }) => place)).toEqual([]);
});

test('each interface with an I has behaviour', () => {
  const withoutBehaviour = types.filter(({ kind, datatype, methods = [], interfaces = [] }) =>
    kind === 'interface' && !datatype && methods.length + interfaces.length === 0);
  expect(withoutBehaviour.map(({ name }) => name)).toEqual([]);
});

test('each interface of values has no I', () => {
  expect(types.filter(({ kind, datatype, name }) => kind === 'interface' && datatype && /^I[A-Z]/.test(name)).map(({ name }) => name)).toEqual([]);
});

test('everything public is documented', () => {
  const places = types.flatMap((type) => [
    { place: type.name, member: type as Member },
    ...[...type.properties ?? [], ...type.methods ?? [], ...type.members ?? []].map((member) => ({ place: `${type.name}.${member.name}`, member })),
  ]);
  expect(places.filter(({ member }) => !member.overrides && !member.docs?.summary).map(({ place }) => place)).toEqual([]);
});

test('each parameter is documented', () => {
  expect(parameters.filter(({ docs }) => !docs?.summary).map(({ place }) => place)).toEqual([]);
});

test('each class shows how it is used', () => {
  expect(types.filter(({ kind, docs }) => kind === 'class' && !docs?.example).map(({ name }) => name)).toEqual([]);
});
