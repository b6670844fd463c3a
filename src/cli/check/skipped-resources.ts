import type { ReadTemplate } from './read-template';
import { locationInFile, wholeTemplate } from './template-location';
import { App } from '../../cloudformation/app';
import { asRecord } from '../../cloudformation/json';
import { isLoop, mayLoop } from '../../cloudformation/loops';
import { NESTED_STACK_TYPES, type TemplateSource } from '../../cloudformation/template';
import { unknownMacros } from '../../cloudformation/unread-parts';
import type { ReportedNotChecked } from '../report/report';

/**
 * Resources that templates speak of and that nobody here can look at.
 *
 * @param sources the templates with what is assumed of their parameters, which may decide loops
 */
export function skippedResources(templates: readonly ReadTemplate[], sources: readonly TemplateSource[]): readonly ReportedNotChecked[] {
  const expanded = new Map((sources.some(mayLoop) ? loopsExpanded(sources) : sources).map((source) => [source.id, source]));
  const nests = new Set(templates.map(({ source: { nestedIn } }) => nestedIn && `${nestedIn.template}#${nestedIn.logicalId}`));
  return templates.flatMap((template) => {
    const { body, loopOf, id: templateId } = expanded.get(template.source.id)!;
    const macros = unknownMacros(body).map((macro) => ({ id: macro, at: wholeTemplate(template).place, reason: MADE_LATER }));
    return [...macros, ...Object.entries(asRecord(asRecord(body).Resources)).flatMap(([id, resource]) => {
      if (isLoop(id)) return [gap(template, id, 'loop', LOOP)];
      if (id === 'Fn::Transform') return [gap(template, id, 'macro', MADE_LATER)];
      const isNest = NESTED_STACK_TYPES.has(asRecord(resource).Type) && !nests.has(`${templateId}#${id}`);
      return isNest ? [gap(template, id, 'nested stack', loopOf?.has(id) ? LOOPED_NEST : NEST)] : [];
    })];
  });
}

const LOOP = 'what it makes is known to CloudFormation only: give the parameters in its collection with --parameter, or check the processed template of a change set';
const MADE_LATER = 'what it makes is known to CloudFormation only: check the processed template of a change set instead';
const NEST = 'its template is no file here; name it to have it looked at';
const LOOPED_NEST = 'a loop makes it, and its template is not looked for; name it to have it looked at';

function loopsExpanded(sources: readonly TemplateSource[]): readonly TemplateSource[] {
  return [...new App(sources).allTemplates()].map(({ source }) => source);
}

function gap(template: ReadTemplate, logicalId: string, kind: string, reason: string): ReportedNotChecked {
  return { id: logicalId, at: locationInFile(template, logicalId, kind).place, reason };
}
