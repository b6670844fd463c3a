import { allGotchas } from '../gotchas/all-gotchas';

/** What the catalogue calls an id; `undefined` for ids of others. */
export function titleOf(id: string): string | undefined {
  return allGotchas().find((gotcha) => gotcha.id === id)?.title;
}
