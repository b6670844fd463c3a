import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { apiPage } from './api-page';
import { ROOT, TYPES } from './assembly';
import { examplePage, LANGUAGE_EXAMPLES } from './example-pages';
import { areaPage, areas, catalogueIndex } from './gotcha-pages';
import { linkTo, PAGES } from './homes';
import { cell, table } from './markdown';
import { gotchasOf } from './related';
import { TOPICS, topicPage } from './topics';
import { loadCatalogue } from '../../src/gotchas/load-catalogue';

const SITE = join(ROOT, 'site', 'pages');

interface Link {
  readonly text: string;
  readonly link: string;
}

function write(page: string, text: string): void {
  const file = join(SITE, page);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${text.trimEnd()}\n`);
}

function titleOf(text: string): string {
  return /^# (.+)$/m.exec(text)![1];
}

/** Writes the pages of the site, and what its menu shows. */
function main(): void {
  rmSync(SITE, { recursive: true, force: true });
  const catalogue = loadCatalogue();
  const topics = TOPICS.map((page): Link => {
    const text = topicPage(page);
    write(basename(page), text);
    return { text: titleOf(text), link: `/${basename(page, '.md')}` };
  });
  for (const { area } of areas(catalogue)) write(`gotchas/${area}.md`, areaPage(area, catalogue));
  write('gotchas/index.md', catalogueIndex(catalogue));
  for (const type of PAGES) write(`api/${type.name}.md`, apiPage(type, gotchasOf(type, catalogue)));
  write('api/index.md', ['# API', '', ...table(['Type', 'About'], TYPES.map((type) => [`[\`${type.name}\`](${linkTo(type) ?? '/api/'})`, cell(type.docs?.summary ?? '')]))].join('\n'));
  for (const example of LANGUAGE_EXAMPLES) write(`examples/${example}.md`, examplePage(example));
  write('names.md', ['# Names in the snippets', '', ...readFileSync(join(ROOT, 'docs/README.md'), 'utf8').split('## Names in the snippets')[1].split('\n')].join('\n')
    .replace('# Names in the snippets', '# Names in the snippets {#names-in-the-snippets}'));
  write('index.md', home());
  const menu = {
    topics,
    examples: LANGUAGE_EXAMPLES.map((example): Link => ({ text: titleOf(examplePage(example)), link: `/examples/${example}` })),
    gotchas: areas(catalogue).map(({ area, title }): Link => ({ text: title, link: `/gotchas/${area}` })),
    api: PAGES.map(({ name }): Link => ({ text: name, link: `/api/${name}` })),
  };
  writeFileSync(join(SITE, 'menu.json'), JSON.stringify(menu, undefined, 2));
  console.log(`site: ${topics.length} topics, ${PAGES.length} pages of the API, ${catalogue.length} gotchas`);
}

function home(): string {
  return [
    '---', 'layout: home', 'hero:', '  name: cdk-ecs-guardrails', '  text: Amazon ECS for the AWS CDK',
    '  tagline: If it synthesizes, ECS accepts it. If it misbehaves, the doctor explains why.',
    '  actions:', '    - { theme: brand, text: First service, link: /examples/first-service }', '    - { theme: alt, text: Services, link: /services }',
    '    - { theme: alt, text: Gotchas, link: /gotchas/ }', '---', '',
  ].join('\n');
}

main();
