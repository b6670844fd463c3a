import type { CatalogueEntry } from './definition';

/** The whole catalogue, loaded when it is first asked for: an app that only uses constructs starts without it. */
export function loadCatalogue(): readonly CatalogueEntry[] {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded by the first who asks
  return (require('./catalogue.generated') as typeof import('./catalogue.generated')).catalogue;
}
