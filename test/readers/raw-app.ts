import { App } from '../../src/cloudformation/app';
import type { TemplateSource } from '../../src/cloudformation/template';
import { Value } from '../../src/cloudformation/value';

/** An app of one template, and a value in it. */
export function valueIn(body: Readonly<Record<string, unknown>>, json: unknown, source: Partial<TemplateSource> = {}): Value {
  const app = new App([{ id: 'shop', ...source, body }]);
  const [template] = app.allTemplates();
  return new Value(template, json);
}

/** A value where there is nothing else. */
export function value(json: unknown): Value {
  return valueIn({}, json);
}
