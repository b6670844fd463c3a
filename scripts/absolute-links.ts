/** A page whose links to files of the repository work elsewhere: most registries do not know where a relative link leads. Code is left alone. */
export function absoluteLinks(markdown: string, repository: string, version: string): string {
  const base = `${repository.replace(/\.git$/, '')}/blob/${version === '0.0.0' ? 'main' : `v${version}`}`;
  return markdown.split(/(^```[^]*?^```)/m).map((part) => (part.startsWith('```')
    ? part
    : part.replace(/\]\((?!#|[a-z]+:)(?:\.\/)?([^)\s]+)\)/g, (_, path: string) => `](${base}/${path})`))).join('');
}
