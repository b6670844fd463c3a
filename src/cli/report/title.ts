import { catalogue } from '../../gotchas/catalogue.generated';

/** What the catalogue calls an id; `undefined` for ids of others. */
export function titleOf(id: string): string | undefined {
  return catalogue.find((gotcha) => gotcha.id === id)?.title;
}
