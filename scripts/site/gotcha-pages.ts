import { outsideOfCode, withIds } from './topics';
import { AREAS, areaOf } from '../../src/gotchas/area';
import { severityOf } from '../../src/gotchas/consequence';
import type { CatalogueEntry } from '../../src/gotchas/definition';
import { section } from '../gotchas-page';

/** Areas that the catalogue has entries of, with their titles. */
export function areas(catalogue: readonly CatalogueEntry[]): ReadonlyArray<{ readonly area: string; readonly title: string }> {
  return [...new Set(catalogue.map(({ id }) => areaOf(id)))].map((area) => ({ area, title: AREAS[area] }));
}

/** The page of an area: each entry under a heading with its id. */
export function areaPage(area: string, catalogue: readonly CatalogueEntry[]): string {
  const entries = catalogue.filter(({ id }) => areaOf(id) === area);
  const text = [
    `# ${AREAS[area]}`, '',
    '| Gotcha | What | Severity | Checked |', '| --- | --- | --- | --- |',
    ...entries.map(({ id, title, consequence, levels }) => `| [\`${id}\`](#${id}) | ${title} | ${severityOf(consequence)} | ${levels.join(', ')} |`), '',
    ...entries.flatMap(section),
  ].join('\n');
  return outsideOfCode(text, (prose) => withIds(prose).replaceAll('{{', '&#123;&#123;'));
}

/** The page that leads to all areas. */
export function catalogueIndex(catalogue: readonly CatalogueEntry[]): string {
  return [
    '# Gotchas', '',
    'What goes wrong on Amazon ECS, and what to do about it. The id of an entry is also its name in reports, and `EcsGuardrails::<id>` acknowledges it.', '',
    '| Area | Entries |', '| --- | --- |',
    ...areas(catalogue).map(({ area, title }) => `| [${title}](/gotchas/${area}) | ${catalogue.filter(({ id }) => areaOf(id) === area).length} |`), '',
  ].join('\n');
}
