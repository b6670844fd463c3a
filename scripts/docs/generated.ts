import { compatibility } from './compatibility';
import { map } from './folder-map';
import { liveGotchas } from './live-gotchas';
import { moduleState } from './module-state';

/** Pages with parts that the build writes between `<!-- name -->` and `<!-- end of name -->`. */
export const GENERATED: Readonly<Record<string, Readonly<Record<string, () => string>>>> = {
  'ARCHITECTURE.md': { map },
  'docs/doctor.md': { 'live gotchas': liveGotchas },
  'docs/compatibility.md': { versions: compatibility },
  'CONTRIBUTING.md': { 'module state': moduleState },
};

/** The text of a page with its generated parts as they are now. */
export function withGenerated(page: string, text: string): string {
  return Object.entries(GENERATED[page]).reduce((written, [name, generate]) => {
    const marked = new RegExp(`(<!-- ${name} -->\n)[^]*(<!-- end of ${name} -->)`);
    if (!marked.test(written)) throw new Error(`${page} has no markers of '${name}'`);
    return written.replace(marked, (_, start: string, end: string) => `${start}${generate()}\n${end}`);
  }, text);
}
