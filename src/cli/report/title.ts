import { loadCatalogue } from '../../gotchas/load-catalogue';

/** What the catalogue calls an id; `undefined` for ids of others. */
export function titleOf(id: string): string | undefined {
  return loadCatalogue().find((gotcha) => gotcha.id === id)?.title;
}
