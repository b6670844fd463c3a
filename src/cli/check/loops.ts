import type { ReadTemplate } from './read-template';
import { App } from '../../readers/app';
import { mayLoop } from '../../readers/loops';
import { asRecord } from '../../readers/template';

/** Templates with what their loops make, which is told to be on the line of its loop. */
export function withLoops(templates: readonly ReadTemplate[]): readonly ReadTemplate[] {
  if (!templates.some(({ source }) => mayLoop(source))) return templates;
  const app = new App(templates.map(({ source }) => source));
  const sources = new Map([...app.allTemplates()].map(({ source }) => [source.id, source]));
  return templates.map((template) => {
    const source = sources.get(template.source.id)!;
    return source.loopOf ? looped(template, { ...source, body: asRecord(source.body) }, source.loopOf) : template;
  });
}

function looped(template: ReadTemplate, source: ReadTemplate['source'], loopOf: ReadonlyMap<string, string>): ReadTemplate {
  return {
    ...template,
    source,
    lineOf: (path) => {
      const [section, id, ...more] = path;
      const loop = section === 'Resources' && more.length === 0 ? loopOf.get(id) : undefined;
      return template.lineOf(loop === undefined ? path : [section, loop]);
    },
  };
}
