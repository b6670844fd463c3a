import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { readInputs } from '../../../src/cli/check/inputs';
import { folderWith } from '../support/files';

const TEMPLATE = { Resources: { Cluster: { Type: 'AWS::ECS::Cluster' } } };
const STACK = { type: 'aws:cloudformation:stack', properties: { templateFile: 'Shop.template.json' } };

const read = (named: readonly string[], folder: string) => readInputs(named, folder, async () => undefined);

async function names(files: Readonly<Record<string, unknown>>, ...named: readonly string[]): Promise<readonly string[]> {
  return (await read(named, folderWith(files))).map(({ name }) => name);
}

test('takes the templates of a folder and leaves what is none', async () => {
  expect(await names({
    't/b.yaml': 'Resources: {}', 't/a.json': TEMPLATE, 't/package.json': {}, 't/tsconfig.json': '{ // why\n}', 't/notes.txt': 'x', 't/c.template': TEMPLATE,
  }, 't')).toEqual(['t/a.json', 't/b.yaml', 't/c.template']);
});

test('takes each template once, by whichever names', async () => {
  expect(await names({ 'a.json': TEMPLATE, 'b.json': TEMPLATE }, 'a.json', './a.json', '.', 'b.json')).toEqual(['a.json', 'b.json']);
});

test('takes cdk.out when nothing is named, and an assembly by its manifest', async () => {
  const files = { 'cdk.out/manifest.json': { artifacts: { Shop: STACK } }, 'cdk.out/Shop.template.json': TEMPLATE };
  expect(await names(files)).toEqual(['cdk.out/Shop.template.json']);
  expect(await names(files, 'cdk.out/manifest.json')).toEqual(['cdk.out/Shop.template.json']);
});

test('follows nested stacks of plain templates, and checks a file that is nested twice two times', async () => {
  const parent = {
    Resources: {
      One: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: './inner.yaml' } },
      Two: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'inner.yaml' } },
      Away: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'https://bucket.s3.amazonaws.com/x.yaml' } },
      Gone: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'gone.yaml' } },
      Self: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'parent.json' } },
    },
  };
  const folder = folderWith({ 'parent.json': parent, 'inner.yaml': 'Resources: {}' });
  const templates = await read(['inner.yaml', 'parent.json'], folder);
  expect(templates.map(({ name, source }) => [name, source.nestedIn?.logicalId])).toEqual([
    ['parent.json', undefined], ['inner.yaml', 'One'], ['inner.yaml', 'Two'],
  ]);
  expect(new Set(templates.map(({ source }) => source.id)).size).toBe(3);
});

test('a link and what it leads to are one template, and links that lead nowhere are none', async () => {
  const folder = folderWith({ 'a.json': TEMPLATE, 'sub.yaml/b.json': TEMPLATE });
  symlinkSync('a.json', join(folder, 'b.json'));
  symlinkSync('gone', join(folder, '.#a.json'));
  symlinkSync('.', join(folder, 'self.yaml'));
  expect((await read(['b.json', 'a.json', '.'], folder)).map(({ name }) => name)).toEqual(['b.json']);
});

test('reports its progress after each template', async () => {
  const said: string[] = [];
  await readInputs(['.'], folderWith({ 'a.json': TEMPLATE, 'b.json': TEMPLATE }), async (doing) => void said.push(doing));
  expect(said).toEqual(['reading templates: 1', 'reading templates: 2']);
});

test.each<[string, Readonly<Record<string, unknown>>, readonly string[], RegExp]>([
  ['nothing named and nothing here', {}, [], /^name a cloud assembly or a template: there is no cdk\.out here$/],
  ['no such file', {}, ['gone.json'], /^gone\.json can't be read: there is no such file or folder$/],
  ['a path through a file', { 'a.json': TEMPLATE }, ['a.json/b'], /^a\.json\/b can't be read: a part of the path is a file$/],
  ['a folder without templates', { 't/notes.txt': '' }, ['t'], /^t has no manifest\.json and no template, and its subfolders are not read: /],
  ['a broken template in a folder', { 't/a.json': '{ "Type": "AWS::ECS::Service",' }, ['t'], /^t\/a\.json is not JSON: line 1: /],
  ['an assembly without manifest', { 'cdk.out/cdk.out': '{}' }, [], /^cdk\.out has no manifest\.json: the assembly is half-written, synthesize it again$/],
  ['half a manifest', { 'cdk.out/manifest.json': '{"artifacts": {' }, [], /^cdk\.out\/manifest\.json is not JSON: the assembly is half-written/],
  ['a manifest that is nothing', { 'cdk.out/manifest.json': 'null' }, [], /^cdk\.out\/manifest\.json has no artifacts/],
  ['an artifact that is nothing', { 'cdk.out/manifest.json': { artifacts: { Shop: null } } }, [], /^cdk\.out\/manifest\.json has an artifact Shop that is none: the assembly is half-written/],
  ['an artifact with a number for a path', { 'cdk.out/manifest.json': { artifacts: { Shop: { ...STACK, properties: { templateFile: 3 } } } } }, [], /^cdk\.out\/manifest\.json has an artifact Shop that is none/],
  ['a stage of itself', { 'cdk.out/manifest.json': { artifacts: { Prod: { type: 'cdk:cloud-assembly', properties: { directoryName: '.' } } } } }, [], /^cdk\.out is a stage of itself/],
  ['an empty file', { 'a.yaml': '\n' }, ['a.yaml'], /^a\.yaml is empty$/],
  ['a template in UTF-16', { 't/a.yaml': Buffer.from('\ufeffType: AWS::ECS::Cluster', 'utf16le') }, ['t'], /^t\/a\.yaml is in UTF-16: CloudFormation accepts UTF-8, save it as UTF-8$/],
  ['another manifest', { 'cdk.out/manifest.json': { name: 'pwa' } }, [], /^cdk\.out\/manifest\.json has no artifacts/],
  ['a template that is missing', { 'cdk.out/manifest.json': { artifacts: { Shop: STACK } } }, [], /^cdk\.out\/Shop\.template\.json is missing: the assembly is half-written/],
  ['a stage that is missing', { 'cdk.out/manifest.json': { artifacts: { Prod: { type: 'cdk:cloud-assembly', properties: { directoryName: 'assembly-Prod' } } } } },
    [], /^cdk\.out\/assembly-Prod has no manifest\.json: the assembly is half-written/],
])('fails on %s', async (_, files, named, message) => {
  await expect(names(files, ...named)).rejects.toThrow(message);
});

const asRoot = process.getuid?.() === 0 ? test.skip : test;

asRoot('fails on what it is not allowed to read', async () => {
  const folder = folderWith({ 'a.json': TEMPLATE });
  chmodSync(join(folder, 'a.json'), 0);
  await expect(read(['a.json'], folder)).rejects.toThrow("a.json can't be read: reading it is not allowed");
});
