import { MAX_DEPTH } from '../condition';
import { intrinsic } from '../intrinsic';
import { asRecord } from '../json';
import { rootsOf } from '../root-stacks';
import type { TemplateSource } from '../template';

/** Ids of the templates that import values from others, with the stacks nested in them. */
export function linkedTemplates(sources: readonly TemplateSource[]): ReadonlySet<string> {
  const roots = rootsOf(sources);
  const joined = new Set(exchanging(sources).map((id) => roots.get(id)));
  return new Set(sources.filter(({ id }) => joined.has(roots.get(id))).map(({ id }) => id));
}

// By exports, imports and outputs of stacks.
function exchanging(sources: readonly TemplateSource[]): readonly string[] {
  // A stack is asked for an output that it need not export.
  const isAsked = sources.some(({ body }) => calls(body, ['Fn::GetStackOutput'], 0));
  return sources.filter(({ body }) => {
    const outputs = Object.values(asRecord(asRecord(body).Outputs));
    return outputs.some((output) => isAsked || 'Export' in asRecord(output)) || calls(body, ['Fn::ImportValue', 'Fn::GetStackOutput'], 0);
  }).map(({ id }) => id);
}

function calls(json: unknown, functions: readonly string[], depth: number): boolean {
  if (typeof json !== 'object' || json === null || depth > MAX_DEPTH) return false;
  return functions.includes(intrinsic(json) ?? '') || Object.values(json).some((part) => calls(part, functions, depth + 1));
}
