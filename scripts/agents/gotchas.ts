import { AREAS, areaOf } from '../../src/gotchas/area';
import type { CatalogueEntry } from '../../src/gotchas/definition';

/** The catalogue as a list: the rule of each gotcha, and its fix. */
export function gotchas(catalogue: readonly CatalogueEntry[]): string {
  const areas = [...new Set(catalogue.map(({ id }) => areaOf(id)))];
  return [
    '# Amazon ECS gotchas', '',
    'The rule and the fix of each gotcha. `npx ecs-guardrails gotchas <id>` explains one with examples.', '',
    ...areas.flatMap((area) => [
      `## ${area}: ${AREAS[area]}`, '',
      ...catalogue.filter(({ id }) => areaOf(id) === area).map(({ id, severity, rule, fix }) => `- \`${id}\` (${severity}). ${sentence(rule)} Fix: ${sentence(fix)}`),
      '',
    ]),
  ].join('\n');
}

function sentence(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return /[.!?:]$/.test(flat) ? flat : `${flat}.`;
}
