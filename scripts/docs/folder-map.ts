import { ARROWS } from '../../projenrc/arrows';

/** The table of the folders of `src`, with their purposes and arrows. */
export function map(): string {
  const rows = Object.entries(ARROWS).map(([folder, { purpose, mayImport }]) => (
    `| \`src/${folder}\` | ${purpose} | ${mayImport.map((name) => `\`${name}\``).join(', ') || 'nothing'} |`));
  return ['', '| Folder | Purpose | May import |', '| --- | --- | --- |', ...rows, ''].join('\n');
}
