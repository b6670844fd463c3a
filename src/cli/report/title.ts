import { catalogue } from '../../gotchas/catalogue.generated';

/** Title of an id in the catalogue; `undefined` for ids of other tools. */
export function titleOf(id: string): string | undefined {
  return catalogue.find((gotcha) => gotcha.id === id)?.title;
}
