import { readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import { ROOT } from './assembly';
import { tabs } from './translations';
import { areaOf } from '../../src/gotchas/area';
import { blocksOf, pageText } from '../docs/blocks';

const REPOSITORY = 'https://github.com/cdk-ecs-guardrails/cdk-ecs-guardrails';

/** Pages of `docs` that people read, relative to the root. */
export const TOPICS: readonly string[] = readdirSync(join(ROOT, 'docs'))
  .filter((file) => file.endsWith('.md') && !['README.md', 'gotchas.md'].includes(file)).map((file) => `docs/${file}`);

/** A page with its code in all languages, and links to where the pages are on the site. */
export function topicPage(page: string): string {
  let text = pageText(page);
  for (const { code, marks } of blocksOf(page)) {
    const fence = `\`\`\`ts${marks.map((mark) => ` ${mark}`).join('')}\n${code}\`\`\``;
    text = text.replace(fence, () => tabs(code));
  }
  return outsideOfCode(text, (prose) => withIds(prose).replaceAll('{{', '&#123;&#123;').replace(/\]\((?!#|[a-z]+:)([^)\s]+)\)/g, (_, link: string) => `](${linkOf(page, link)})`));
}

/** Target of a page's link on the site, or in the repository. */
function linkOf(page: string, link: string): string {
  const [path, anchor] = link.split('#');
  const target = posix.normalize(posix.join(posix.dirname(page), path));
  if (target === 'docs/gotchas.md') return anchor === undefined ? '/gotchas/' : `/gotchas/${anchor.includes('-') ? `${areaOf(anchor)}#${anchor}` : anchor}`;
  if (target === 'docs/README.md') return anchor === undefined ? '/' : `/names#${anchor}`;
  if (target === 'README.md') return '/';
  if (target === 'API.md') return '/api/';
  if (TOPICS.includes(target)) return `/${posix.basename(target, '.md')}${anchor === undefined ? '' : `#${anchor}`}`;
  return `${REPOSITORY}/blob/main/${target}${anchor === undefined ? '' : `#${anchor}`}`;
}

/** Changes all of a page but its blocks of code. */
export function outsideOfCode(text: string, change: (prose: string) => string): string {
  return text.split(/(^::: [^]*?^:::$|^```[^]*?^```$)/m).map((part) => (/^(```|::: )/.test(part) ? part : change(part))).join('');
}

/** The anchor before a heading becomes the id of the heading. */
export function withIds(text: string): string {
  return text.replace(/<a id="([^"]+)"><\/a>\n+(#+ .+)/g, '$2 {#$1}');
}
