import * as fc from 'fast-check';
import type { TemplateJson } from './template-base';

/** Rewrites a template without a change of its meaning. */
export type Rewriting = (template: TemplateJson) => TemplateJson;

/** Logical ids mean nothing. */
const renamed: Rewriting = (template) => {
  const ids = Object.keys(template.Resources).sort((a, b) => b.length - a.length);
  const text = ids.reduce((json, id) => json.replaceAll(`"${id}"`, `"Other${id}"`), JSON.stringify(template));
  return JSON.parse(text) as TemplateJson;
};

/** Neither does the order of resources. */
const reversed: Rewriting = (template) => ({ ...template, Resources: Object.fromEntries(Object.entries(template.Resources).reverse()) });

/** CloudFormation accepts numbers and booleans as text. */
const asText: Rewriting = (template) => changed(template, (value) => typeof value === 'number' || typeof value === 'boolean' ? String(value) : value);

/** A condition that the template decides by itself. */
const underCondition: Rewriting = (template) => ({
  ...changed(template, (value) => typeof value === 'number' ? { 'Fn::If': ['Always', value, { Ref: 'AWS::NoValue' }] } : value),
  Conditions: { ...template.Conditions, Always: { 'Fn::Equals': ['a', 'a'] } },
});

/** A text without anything to put in. */
const joined: Rewriting = (template) => changed(template, (value) => typeof value === 'number' ? { 'Fn::Join': ['', [value]] } : value);

/** Resources without a relation to ECS. */
const besideOthers: Rewriting = (template) => ({
  ...template,
  Resources: { ...template.Resources, Bucket: { Type: 'AWS::S3::Bucket', Properties: {} }, Topic: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'a' } } },
});

/** Some of them, one after the other. */
export const rewritings: fc.Arbitrary<Rewriting> = fc.subarray([renamed, reversed, asText, underCondition, joined, besideOthers])
  .map((chosen) => (template) => chosen.reduce((rewritten, rewrite) => rewrite(rewritten), template));

// In properties only: the rest of a template is not made of values.
function changed(template: TemplateJson, change: (value: unknown) => unknown): TemplateJson {
  const visit = (json: unknown): unknown => {
    if (Array.isArray(json)) return json.map(visit);
    if (typeof json !== 'object' || json === null) return change(json);
    return isCall(json) ? json : Object.fromEntries(Object.entries(json).map(([key, value]) => [key, visit(value)]));
  };
  return {
    ...template,
    Resources: Object.fromEntries(Object.entries(template.Resources).map(([id, resource]) => [
      id, { ...resource, Properties: visit(resource.Properties) as TemplateJson },
    ])),
  };
}

function isCall(json: object): boolean {
  return Object.keys(json).some((key) => key === 'Ref' || key.startsWith('Fn::'));
}
