import { CONSEQUENCES } from '../../src/gotchas/consequence';
import type { CatalogueEntry } from '../../src/gotchas/definition';

/** Expects the words of an entry in the form that the page and the messages need. */
export function expectWords({ id, title, consequence, symptom, why, rule, fix, docsUrl, levels, designedOut, avoidedBy }: CatalogueEntry): void {
  expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
  expect(id.length).toBeLessThanOrEqual(40);
  expect(title).toMatch(/^[A-Z].*[^.]$/);
  expect(Object.keys(CONSEQUENCES)).toContain(consequence);
  expect(symptom).toMatch(/^[A-Z`].*[.`]$/);
  expect(why).toMatch(/^[A-Za-z].*\.$/);
  expect(rule).toMatch(/^[A-Z`].*\.$/);
  expect(fix).toMatch(/^[a-z].*[^.]$/);
  expect(docsUrl).toMatch(/^https:\/\/(docs\.)?aws\.amazon\.com\//);
  expect(levels.length).toBeGreaterThan(0);
  for (const sentence of [designedOut, avoidedBy]) expect(sentence ?? 'Left to rules.').toMatch(/^[A-Z`].*\.$/);
  expect([designedOut, avoidedBy]).toContain(undefined);
}
