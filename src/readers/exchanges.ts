import { DEEPEST } from './condition';
import { intrinsic } from './resolve';
import { asRecord, type TemplateSource } from './template';

/** Ids of the templates that may tell others something, or be told by them: by exports, imports and outputs of stacks. */
export function exchanging(sources: readonly TemplateSource[]): readonly string[] {
  // A stack is asked for an output that it need not export.
  const isAsked = sources.some(({ body }) => calls(body, ['Fn::GetStackOutput'], 0));
  return sources.filter(({ body }) => {
    const outputs = Object.values(asRecord(asRecord(body).Outputs));
    return outputs.some((output) => isAsked || 'Export' in asRecord(output)) || calls(body, ['Fn::ImportValue', 'Fn::GetStackOutput'], 0);
  }).map(({ id }) => id);
}

function calls(json: unknown, functions: readonly string[], depth: number): boolean {
  if (typeof json !== 'object' || json === null || depth > DEEPEST) return false;
  return functions.includes(intrinsic(json) ?? '') || Object.values(json).some((part) => calls(part, functions, depth + 1));
}
