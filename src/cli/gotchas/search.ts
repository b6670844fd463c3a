import type { CatalogueEntry } from '../../gotchas/definition';

/** The entries that speak of each of some words, those that have them in their name first. */
export function search(catalogue: readonly CatalogueEntry[], text: string): readonly CatalogueEntry[] {
  const words = text.toLowerCase().split(/\s+/);
  const hasAll = (...texts: readonly (string | undefined)[]): boolean => {
    const all = texts.join('\n').toLowerCase();
    return words.every((word) => all.includes(word));
  };
  const byName = catalogue.filter(({ id, title }) => hasAll(id, title));
  const byText = catalogue.filter((gotcha) => !byName.includes(gotcha) && hasAll(...textsOf(gotcha)));
  return [...byName, ...byText];
}

function textsOf({ id, title, symptom, why, rule, fix }: CatalogueEntry): readonly (string | undefined)[] {
  return [id, title, symptom, why, rule, fix];
}
