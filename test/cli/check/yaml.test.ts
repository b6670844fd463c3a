import { readTemplateFile } from '../../../src/cli/check/template-file';
import { parseYaml } from '../../../src/cli/check/yaml';
import { folderWith } from '../support/files';

test.each([
  ['!Ref A', { Ref: 'A' }],
  ['!Condition A', { Condition: 'A' }],
  ['!GetAtt A.B', { 'Fn::GetAtt': ['A', 'B'] }],
  ['!GetAtt A.Outputs.B', { 'Fn::GetAtt': ['A', 'Outputs.B'] }],
  ['!GetAtt [A, !Ref B]', { 'Fn::GetAtt': ['A', { Ref: 'B' }] }],
  ['!Sub "${A}-b"', { 'Fn::Sub': '${A}-b' }],
  ['!Sub ["${A}", {A: !Ref B}]', { 'Fn::Sub': ['${A}', { A: { Ref: 'B' } }] }],
  ['!Select [0, !GetAZs ""]', { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] }],
  ['!GetAZs', { 'Fn::GetAZs': '' }],
  ['!If [C, 1, !Ref AWS::NoValue]', { 'Fn::If': ['C', 1, { Ref: 'AWS::NoValue' }] }],
  ['!Not [!Equals [a, b]]', { 'Fn::Not': [{ 'Fn::Equals': ['a', 'b'] }] }],
  ['!Transform {Name: AWS::Include}', { 'Fn::Transform': { Name: 'AWS::Include' } }],
  ['!Base64 x', { 'Fn::Base64': 'x' }],
  ['!Sub 7', { 'Fn::Sub': '7' }],
  ['{Fn::Join: ["", [a]]}', { 'Fn::Join': ['', ['a']] }],
])('reads %s as its long form', (yaml, json) => {
  expect(parseYaml(`A: ${yaml}`).body).toEqual({ A: json });
});

test.each([
  ['yes', true], ['off', false], ['y', 'y'], ['.', '.'], ['-.', '-.'], ['5.', 5], ['1.5e+3', 1500], ['.inf', Infinity], ['[a, ., b]', ['a', '.', 'b']], ['Y', 'Y'], ['n', 'n'], ['N', 'N'], ['No', false], ['2012-10-17', '2012-10-17'], ['2010-09-09', '2010-09-09'], ['22:22', '22:22'], ['"256"', '256'],
  ['256', 256], ['.5', 0.5], ['~', null], ['!!str 5', '5'],
])('reads %s as CloudFormation does', (yaml, value) => {
  expect(parseYaml(`A: ${yaml}`).body).toEqual({ A: value });
});

test.each<[string, string, unknown]>([
  ['below its key', 'A:\n  B: "one\n  two\n\nthree \\\n\\"four\\""\n  C: 1', { A: { B: 'one two\nthree "four"', C: 1 } }],
  ['in single quotes', "A: 'one\nit''s two'\nB: 'three\nfour'", { A: "one it's two", B: 'three four' }],
  ['in a list', "A:\n  - - 'one\n    two'\n  - three", { A: [['one two'], 'three'] }],
  ['in the flow style', 'A:\n  B: {C: "one\ntwo", D: [!Sub "three\nfour"]}', { A: { B: { C: 'one two', D: [{ 'Fn::Sub': 'three four' }] } } }],
  ['with line breaks of Windows', 'A: "one\r\ntwo"\r\nB: 1', { A: 'one two', B: 1 }],
])('takes quoted lines that are not indented, as CloudFormation does: %s', (_, yaml, value) => {
  const { body, lineOf } = parseYaml(`${yaml}\nLast: 1`);
  expect(body).toEqual({ ...value as object, Last: 1 });
  expect(lineOf(['Last'])).toBe(yaml.split('\n').length + 1);
});

test.each<[string, string, unknown]>([
  ['a policy that is pasted as JSON', 'A:\n    B: {\n  "x": ["y"]\n}\n    C: 1', { A: { B: { x: ['y'] }, C: 1 } }],
  ['a list', 'A:\n  B: [1, 2,\n  3]\n  C: 1', { A: { B: [1, 2, 3], C: 1 } }],
  ['an item of a list', 'A:\n- - [1,\n2]\n  - 3', { A: [[[1, 2], 3]] }],
  ['one in the other', 'A:\n  B: [1, {x: 2,\n y: 3}, {z: [\n4]\n}\n]\n  C: 1', { A: { B: [1, { x: 2, y: 3 }, { z: [4] }], C: 1 } }],
  ['one after the other', 'A:\n  B: [1,\n2]\n  C: {x:\n3}', { A: { B: [1, 2], C: { x: 3 } } }],
  ['brackets in quotes and in comments', 'A:\n  B: [1, # ]\n"]", \'}\'\'\', "\\"]"\n]\n  C: 1', { A: { B: [1, ']', "}'", '"]'], C: 1 } }],
])('takes lines of brackets that are not indented, as CloudFormation does: %s', (_, yaml, value) => {
  const { body, lineOf } = parseYaml(yaml);
  expect(body).toEqual(value);
  expect(lineOf(['A', 'C'])).toBe('C' in Object((value as { A: object }).A) ? yaml.slice(0, yaml.indexOf('C:')).split('\n').length : undefined);
});

test.each([
  ['A:\n  B: [1,\n2\nC: 3', 'line 3: Flow sequence in block collection must be sufficiently indented'],
  ['A:\n  B: [1,\n2}\nC: [3]', 'line 3: Flow sequence in block collection must be sufficiently indented'],
])('fails where a bracket is not closed: %j', (yaml, message) => {
  expect(() => parseYaml(yaml)).toThrow(message);
});

test('takes a few of them: each is a reading of its own', () => {
  const yaml = Array.from({ length: 30 }, (_, n) => `A${n}: "one\ntwo"`);
  expect(parseYaml(yaml.slice(0, 20).join('\n')).body).toMatchObject({ A19: 'one two' });
  expect(() => parseYaml(yaml.join('\n'))).toThrow('line 1: Missing closing "quote');
});

test.each([
  ['A: "one\nB: 1\n', 'Missing closing "quote'],
  ["A:\n  B: 'one\nC: 'two'\n", "line 2: Missing closing 'quote"],
  ['A: "one\ntwo"\nB: "three\n\nC: "four"', 'line 1: Missing closing "quote'],
])('fails on %j', (yaml, message) => {
  expect(() => parseYaml(yaml)).toThrow(message);
});

test('makes what an anchor names once, however often it is used', () => {
  const bomb = ['a0: &a0 {x: 1}', ...Array.from({ length: 60 }, (_, n) => `a${n + 1}: &a${n + 1} {l: *a${n}, r: *a${n}}`)].join('\n');
  const body = parseYaml(bomb).body as Record<string, Record<string, unknown>>;
  expect(body.a60.l).toBe(body.a60.r);
  expect(body.a1.l).toEqual({ x: 1 });
});

test('ends with an anchor that is used inside of itself', () => {
  const { a } = parseYaml('a: &a {self: *a}').body as { readonly a: { readonly self: unknown } };
  expect(a.self).toBe(a);
});

test.each<[string, string, unknown]>([
  ['one map', 'a: &a {x: 1, z: 2}\nb: {<<: *a, z: 3}', { x: 1, z: 3 }],
  ['a list of maps, of which the first has precedence', 'a: &a {x: 1}\nc: &c {x: 2, z: 2}\nb: {<<: [*a, *c]}', { x: 1, z: 2 }],
  ['a map that merges', 'a: &a {x: 1}\nc: &c {<<: *a, z: 2}\nb: {<<: *c}', { x: 1, z: 2 }],
  ['itself', 'b: &b {<<: *b, x: 1}', { x: 1 }],
  ['what is no map', 'b: {<<: 1, x: 1}', { x: 1 }],
  ['a key in quotes, which merges nothing', 'b: {"<<": 1}', { '<<': 1 }],
])('merges %s', (_, yaml, value) => {
  expect((parseYaml(yaml).body as { readonly b: unknown }).b).toEqual(value);
});

test('merges maps once, however often they are named', () => {
  const bomb = ['a0: &a0 {x: 1}', ...Array.from({ length: 60 }, (_, n) => `a${n + 1}: &a${n + 1} {<<: [*a${n}, *a${n}]}`)].join('\n');
  expect(parseYaml(bomb).body).toMatchObject({ a60: { x: 1 } });
});

test('finds the line of a merged key', () => {
  const { lineOf } = parseYaml('common: &common\n  Cpu: 256\nResources:\n  Web:\n    <<: *common\n    Type: X');
  expect(lineOf(['Resources', 'Web', 'Cpu'])).toBe(2);
  expect(lineOf(['Resources', 'Web', 'Type'])).toBe(6);
});

test('finds the line of a key', () => {
  const { lineOf } = parseYaml('# a comment\nResources:\n  Web:\n    Type: X\n    Properties: {Cpu: 1,\n      Memory: 2}\n  "Odd key": {}\n');
  expect(lineOf(['Resources'])).toBe(2);
  expect(lineOf(['Resources', 'Web', 'Properties', 'Memory'])).toBe(6);
  expect(lineOf(['Resources', 'Odd key'])).toBe(7);
  expect(lineOf(['Resources', 'Web', 'Type', 'x'])).toBeUndefined();
  expect(lineOf(['Resources', 'toString'])).toBeUndefined();
});

test.each([
  ['t.yaml', 'Resources:\n  A:\n   Type: "AWS::X\n', /^t\.yaml is not YAML: line \d: /],
  ['t.yaml', 'Resources:\n  A: [AWS::X\n  B: 1\n', /^t\.yaml is not YAML: line 3: /],
  ['t.json', '{\n "Resources": {\n  "A": {"Type": "AWS::X",}\n }\n}', /^t\.json is not JSON: line 3: /],
  ['t.json', '{\n "Resources": {\n  "A": {"Type": "AWS::X"', /^t\.json is not JSON: line 3: /],
  ['t.template', '{ "a": }', /^t\.template is not JSON: line 1: /],
  ['t.json', '[]', /^t\.json is not a CloudFormation template: it has no Resources$/],
  ['t.yaml', 'Resources: none', /no Resources/],
  ['t.yaml', ' \n', /^t\.yaml is empty$/],
])('fails on a broken %s: %j', (name, text, message) => {
  expect(() => readTemplateFile(`${folderWith({ [name]: text })}/${name}`, name)).toThrow(message);
});

test('reads JSON of any ending, and with a byte order mark', () => {
  for (const name of ['t.json', 't.template', 't.yaml']) {
    const folder = folderWith({ [name]: '\ufeff{"Resources": {\n"A": {}}}' });
    const { body, lineOf } = readTemplateFile(`${folder}/${name}`, name);
    expect(body).toEqual({ Resources: { A: {} } });
    expect(lineOf(['Resources', 'A'])).toBe(2);
  }
});
