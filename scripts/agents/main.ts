import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { constructs } from './constructs';
import { gotchas } from './gotchas';
import { llmsTxt } from './llms-txt';
import { skill } from './skill';
import { loadCatalogue } from '../../src/gotchas/load-catalogue';
import { absoluteLinks } from '../absolute-links';
import { ROOT } from '../site/assembly';

/** Writes what coding agents read: an index of the documentation, and a skill with its references. */
function main(): void {
  const { repository, homepage } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly repository: { readonly url: string }; readonly homepage: string };
  const catalogue = loadCatalogue();
  write('llms.txt', absoluteLinks(llmsTxt(homepage), repository.url, '0.0.0'));
  write('skills/ecs/SKILL.md', skill());
  write('skills/ecs/constructs.md', constructs());
  write('skills/ecs/gotchas.md', gotchas(catalogue));
}

function write(file: string, text: string): void {
  const path = join(ROOT, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${text.trimEnd()}\n`);
}

main();
