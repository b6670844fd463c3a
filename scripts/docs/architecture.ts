import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ARROWS } from '../../projenrc/arrows';

/** The page whose map is generated. */
export const PAGE = join(__dirname, '..', '..', 'ARCHITECTURE.md');

/** The page with the map of today's arrows between its markers. */
export function withMap(page: string): string {
  return page.replace(/(<!-- map -->\n)[^]*(<!-- end of map -->)/, (_, start: string, end: string) => `${start}${map()}\n${end}`);
}

function map(): string {
  const rows = Object.entries(ARROWS).map(([folder, { purpose, mayImport }]) => `| \`src/${folder}\` | ${purpose} | ${mayImport.map((name) => `\`${name}\``).join(', ') || 'nothing'} |`);
  return ['', '| Folder | Purpose | May import |', '| --- | --- | --- |', ...rows, ''].join('\n');
}

/** Writes the map into the page, if it is stale. */
export function writeMap(): void {
  const page = readFileSync(PAGE, 'utf8');
  if (withMap(page) !== page) writeFileSync(PAGE, withMap(page));
}
