import type { ReadTemplate } from './read-template';
import { locationInFile, wholeTemplate } from './template-location';
import { asRecord } from '../../cloudformation/json';
import { isLoop } from '../../cloudformation/loops';
import { NESTED_STACK_TYPES, type TemplateSource } from '../../cloudformation/template';
import { unknownMacros } from '../../cloudformation/unread-parts';
import type { ReportedNotChecked } from '../report/report';

/**
 * Lists resources that templates refer to and that can't be checked.
 *
 * @param expanded the templates after the expansion of their loops
 */
export function skippedResources(templates: readonly ReadTemplate[], expanded: readonly TemplateSource[]): readonly ReportedNotChecked[] {
  const byId = new Map(expanded.map((source) => [source.id, source]));
  const nests = new Set(templates.map(({ source: { nestedIn } }) => nestedIn && `${nestedIn.template}#${nestedIn.logicalId}`));
  return templates.flatMap((template) => {
    const { body, loopOf, id: templateId } = byId.get(template.source.id)!;
    const macros = unknownMacros(body).map((macro) => ({ id: macro, at: wholeTemplate(template).place, reason: MADE_LATER }));
    return [...macros, ...Object.entries(asRecord(asRecord(body).Resources)).flatMap(([id, resource]) => {
      if (isLoop(id)) return [gap(template, id, 'loop', LOOP)];
      if (id === 'Fn::Transform') return [gap(template, id, 'macro', MADE_LATER)];
      const isNest = NESTED_STACK_TYPES.has(asRecord(resource).Type) && !nests.has(`${templateId}#${id}`);
      return isNest ? [gap(template, id, 'nested stack', loopOf?.has(id) ? LOOPED_NEST : NEST)] : [];
    })];
  });
}

const LOOP = 'its resources are known to CloudFormation only: set the parameters of its collection with --parameter, or check the processed template of a change set';
const MADE_LATER = 'its resources are known to CloudFormation only: check the processed template of a change set instead';
const NEST = 'its template is no local file: name the file to check it';
const LOOPED_NEST = 'a loop creates it, and its template is not searched for: name the file to check it';

function gap(template: ReadTemplate, logicalId: string, kind: string, reason: string): ReportedNotChecked {
  return { id: logicalId, at: locationInFile(template, logicalId, kind).place, reason };
}
