import { createColors } from 'picocolors';
import type { Style } from './explain';
import { AREAS, areaOf } from '../../gotchas/area';
import type { CatalogueEntry, Severity } from '../../gotchas/definition';
import { hang } from '../report/wrap';

/** Entries one a line, by area. */
export function overview(gotchas: readonly CatalogueEntry[], { width, colour }: Style): string {
  const { bold, dim, red, yellow, cyan } = createColors(colour);
  const paint: Readonly<Record<Severity, (text: string) => string>> = { error: red, warning: yellow, info: cyan };
  const column = Math.max(...gotchas.map(({ id }) => id.length));
  const areas = [...new Set(gotchas.map(({ id }) => areaOf(id)))];
  const sections = areas.map((area) => [
    `${bold(area)}  ${dim(AREAS[area] ?? '')}`.trimEnd(),
    ...gotchas.filter(({ id }) => areaOf(id) === area).flatMap(({ id, severity, title }) => {
      const [first, ...rest] = hang(`  ${id.padEnd(column)}  ${severity.padEnd(8)} `, title, width);
      return [first.replace(severity, paint[severity](severity)), ...rest];
    }),
  ].join('\n'));
  return `${sections.join('\n\n')}\n\n${gotchas.length} gotchas; ecs-guardrails gotchas <id> explains one\n`;
}
