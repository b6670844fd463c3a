import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { unpacked } from './unpacked';
import * as library from '../../src';
import { loadCatalogue } from '../../src/gotchas/load-catalogue';

const PACKAGE = unpacked();
const textOf = (file: string): string => readFileSync(join(PACKAGE, file), 'utf8');

test('the package has a skill whose description states when to use it', () => {
  const [, matter] = /^---\n([^]*?)\n---\n/.exec(textOf('skills/ecs/SKILL.md'))!;
  const { name, description } = parse(matter) as { readonly name: string; readonly description: string };
  expect(name).toBe('ecs');
  expect(description).toContain('Amazon ECS');
  // The limits of the format.
  expect(description.length).toBeLessThanOrEqual(1024);
  expect(textOf('skills/ecs/SKILL.md').split('\n').length).toBeLessThan(500);
});

test('the skill names each construct, and the reference describes it', () => {
  const classes = Object.entries(library).filter(([, value]) => typeof value === 'function').map(([name]) => name);
  const [skill, reference] = ['skills/ecs/SKILL.md', 'skills/ecs/constructs.md'].map(textOf);
  expect(classes.filter((name) => !skill.includes(`- \`${name}\`: `))).toEqual([]);
  expect(classes.filter((name) => !reference.includes(`\n## ${name}\n`))).toEqual([]);
});

test('the list of gotchas has the whole catalogue', () => {
  const listed = [...textOf('skills/ecs/gotchas.md').matchAll(/^- `([\w-]+)`/gm)].map(([, id]) => id);
  expect(listed.sort()).toEqual(loadCatalogue().map(({ id }) => id).sort());
});

test('the index has absolute links only', () => {
  const links = [...textOf('llms.txt').matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link);
  expect(links.length).toBeGreaterThan(40);
  expect(links.filter((link) => !link.startsWith('https://'))).toEqual([]);
});
