import { hasCheck } from '../../src/gotchas/definition';
import { loadCatalogue } from '../../src/gotchas/load-catalogue';

/** Table of the gotchas that only a running service shows. */
export function liveGotchas(): string {
  const rows = loadCatalogue().filter((entry) => !hasCheck(entry)).map(({ id, title }) => `| [\`${id}\`](gotchas.md#${id}) | ${title} |`);
  return ['', '| Gotcha | Title |', '| --- | --- |', ...rows, ''].join('\n');
}
