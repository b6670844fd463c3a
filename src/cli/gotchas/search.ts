import type { GotchaWords } from '../doctor/live-check';

/** The entries that speak of each of some words, those that have them in their name first. */
export function search(catalogue: readonly GotchaWords[], text: string): readonly GotchaWords[] {
  const words = text.toLowerCase().split(/\s+/);
  const hasAll = (...texts: readonly (string | undefined)[]): boolean => {
    const all = texts.join('\n').toLowerCase();
    return words.every((word) => all.includes(word));
  };
  const byName = catalogue.filter(({ id, title }) => hasAll(id, title));
  const byText = catalogue.filter((gotcha) => !byName.includes(gotcha) && hasAll(...textsOf(gotcha)));
  return [...byName, ...byText];
}

function textsOf({ id, title, symptom, why, rule, fix }: GotchaWords): readonly (string | undefined)[] {
  return [id, title, symptom, why, rule, fix];
}
